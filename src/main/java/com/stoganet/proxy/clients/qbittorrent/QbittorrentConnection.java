package com.stoganet.proxy.clients.qbittorrent;

import com.stoganet.proxy.clients.backend.BackendResponseException;
import com.stoganet.proxy.clients.backend.BackendUnavailableException;
import com.stoganet.proxy.clients.backend.OutageReason;
import com.stoganet.proxy.config.Backends.Qbittorrent;
import com.stoganet.proxy.config.Settings;
import com.stoganet.proxy.shared.Service;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.function.BiFunction;

/** Calls qBittorrent, and logs in again once when the session has ended. */
@Service
public class QbittorrentConnection {

  private final QbittorrentServer server;
  private final QbittorrentLogin login;

  @Inject
  public QbittorrentConnection(Settings settings, Clock clock) {
    Qbittorrent qbittorrent = settings.backends().qbittorrent();
    server = qbittorrent == null ? null : new QbittorrentServer(qbittorrent);
    login = server == null ? null : new QbittorrentLogin(server, clock);
  }

  /** Whether the settings name a qBittorrent. */
  boolean configured() {
    return server != null;
  }

  /**
   * Makes a request that may be repeated.
   *
   * @throws BackendUnavailableException when qBittorrent cannot be used, or has no such route
   */
  <T> T ask(BiFunction<QbittorrentApi, QbittorrentSession, T> question) {
    return ask(question, false);
  }

  /**
   * Like {@link #ask}, for an administrator who waits for the answer and may have corrected the
   * password in qBittorrent: a refused one is tried again.
   */
  <T> T askForPerson(BiFunction<QbittorrentApi, QbittorrentSession, T> question) {
    return ask(question, true);
  }

  private <T> T ask(BiFunction<QbittorrentApi, QbittorrentSession, T> question, boolean person) {
    try {
      return askUntilLoggedIn(question, person);
    } catch (BackendResponseException failure) {
      throw server.unavailable(OutageReason.NONSENSE, failure);
    }
  }

  private <T> T askUntilLoggedIn(
      BiFunction<QbittorrentApi, QbittorrentSession, T> question, boolean person) {
    QbittorrentSession session = login.session(person);
    QbittorrentSession next;
    try {
      return asked(question, session);
    } catch (BackendResponseException failure) {
      if (!failure.unauthorized()) {
        throw failure;
      }
      next = login.after(session, failure);
    }
    try {
      return asked(question, next);
    } catch (BackendResponseException failure) {
      throw failure.unauthorized() ? login.refused(failure) : failure;
    }
  }

  private <T> T asked(
      BiFunction<QbittorrentApi, QbittorrentSession, T> question, QbittorrentSession session) {
    return server.exchange(api -> question.apply(api, session));
  }
}
