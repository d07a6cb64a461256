package com.stoganet.proxy.clients.qbittorrent;

import com.stoganet.proxy.clients.BoundedBody;
import com.stoganet.proxy.config.Backends.Qbittorrent;
import com.stoganet.proxy.config.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.concurrent.TimeUnit;
import java.util.function.BiFunction;
import org.eclipse.microprofile.rest.client.RestClientBuilder;

/** Calls qBittorrent, and gets in again once when a session has ended. */
@ApplicationScoped
public class QbittorrentConnection {

  private static final int MOST_MEBIBYTES = 32;
  private static final int CONNECT_SECONDS = 2;
  private static final int READ_SECONDS = 5;

  private final QbittorrentCircuit circuit = new QbittorrentCircuit();
  private final QbittorrentApi api;
  private final QbittorrentLogin login;

  /** For the proxies of CDI only. */
  protected QbittorrentConnection() {
    api = null;
    login = null;
  }

  @Inject
  public QbittorrentConnection(Settings settings, Clock clock) {
    Qbittorrent qbittorrent = settings.backends().qbittorrent();
    api = qbittorrent == null ? null : build(qbittorrent);
    login = new QbittorrentLogin(qbittorrent, api, circuit, clock);
  }

  /** Whether there is one. */
  boolean configured() {
    return api != null;
  }

  /**
   * Asks something, or changes something that may be changed twice.
   *
   * @throws QbittorrentOutage when qBittorrent does nothing for us at present
   * @throws QbittorrentFailure when this version has no such route
   */
  <T> T ask(BiFunction<QbittorrentApi, QbittorrentSession, T> question) {
    QbittorrentSession session = login.session();
    try {
      return asked(question, session);
    } catch (QbittorrentFailure failure) {
      if (!failure.refusal()) {
        throw failure;
      }
    }
    try {
      return asked(question, login.after(session));
    } catch (QbittorrentFailure failure) {
      throw failure.refusal() ? login.refused(failure) : failure;
    }
  }

  private <T> T asked(
      BiFunction<QbittorrentApi, QbittorrentSession, T> question, QbittorrentSession session) {
    return circuit.pass(() -> question.apply(api, session));
  }

  private static QbittorrentApi build(Qbittorrent settings) {
    RestClientBuilder builder =
        RestClientBuilder.newBuilder()
            .baseUri(settings.url())
            .connectTimeout(CONNECT_SECONDS, TimeUnit.SECONDS)
            .readTimeout(READ_SECONDS, TimeUnit.SECONDS)
            .followRedirects(false)
            .register(new QbittorrentFailureMapper())
            .register(new BoundedBody(MOST_MEBIBYTES));
    if (settings.apiKey() != null) {
      builder.register(new ApiKeyHeader(settings.apiKey()));
    }
    return builder.build(QbittorrentApi.class);
  }
}
