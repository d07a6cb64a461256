package com.stoganet.proxy.clients.qbittorrent;

import com.stoganet.proxy.clients.backend.Backend;
import com.stoganet.proxy.clients.backend.BackendCircuit;
import com.stoganet.proxy.clients.backend.BackendConnection;
import com.stoganet.proxy.clients.backend.BackendResponseException;
import com.stoganet.proxy.clients.backend.BackendUnavailableException;
import com.stoganet.proxy.clients.backend.OutageReason;
import com.stoganet.proxy.clients.backend.Timeouts;
import com.stoganet.proxy.config.Backends.Qbittorrent;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.Optional;
import java.util.function.Function;

/** The qBittorrent of the settings, with its circuit. */
final class QbittorrentServer {

  private static final int CALLS = 10;
  private static final Timeouts TIMEOUTS = new Timeouts(2, 5);

  private final Qbittorrent settings;
  private final Backend backend;
  private final BackendConnection<QbittorrentApi> connection;
  private final BackendConnection<QbittorrentFront> front;
  private final BackendCircuit circuit = new BackendCircuit(CALLS);

  QbittorrentServer(Qbittorrent settings) {
    this.settings = settings;
    this.backend =
        new Backend("qBittorrent", settings.url())
            .outages(QbittorrentServer::outage)
            .problem(
                OutageReason.CREDENTIALS,
                settings.apiKey() == null
                    ? "refuses the user name or password"
                    : "refuses the API key")
            .problem(OutageReason.NONSENSE, "gives answers that are not qBittorrent's");
    if (settings.apiKey() != null) {
      backend.apiKey(HttpHeaders.AUTHORIZATION, "Bearer " + settings.apiKey());
    }
    this.connection = backend.connect(QbittorrentApi.class);
    this.front = backend.connect(QbittorrentFront.class);
  }

  /** Neither an ended session nor a route that this version lacks is an outage. */
  private static Optional<OutageReason> outage(BackendResponseException answer) {
    if (answer.unauthorized() || answer.notFound()) {
      return Optional.empty();
    }
    return Optional.of(answer.status() < 500 ? OutageReason.NONSENSE : OutageReason.UNREACHABLE);
  }

  Qbittorrent settings() {
    return settings;
  }

  /**
   * Makes one exchange.
   *
   * @throws BackendUnavailableException when qBittorrent cannot do its work
   * @throws BackendResponseException when qBittorrent does not accept the session, or lacks this
   *     route
   */
  <T> T exchange(Function<QbittorrentApi, T> exchange) {
    return connection.tryCall(circuit::once, TIMEOUTS, exchange);
  }

  /**
   * Whether this version knows API keys.
   *
   * @throws BackendUnavailableException when qBittorrent cannot do its work
   */
  boolean knowsApiKeys() {
    try {
      String unused = front.tryCall(circuit::once, TIMEOUTS, QbittorrentFront::page);
      return false;
    } catch (BackendResponseException answer) {
      return answer.notFound();
    }
  }

  /** The outage of a qBittorrent that works, but not with the settings of the proxy. */
  BackendUnavailableException misconfigured(String problem) {
    return backend.misconfigured(problem);
  }

  /** An outage that the caller found by more than one answer; {@code cause} may be null. */
  BackendUnavailableException unavailable(OutageReason reason, Throwable cause) {
    return backend.unavailable(reason, cause);
  }
}
