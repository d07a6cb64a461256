package com.stoganet.proxy.clients.qbittorrent;

import com.stoganet.proxy.clients.backend.BackendResponseException;
import com.stoganet.proxy.clients.backend.BackendUnavailableException;
import com.stoganet.proxy.clients.backend.OutageReason;
import com.stoganet.proxy.config.Backends.Qbittorrent;
import com.stoganet.proxy.shared.Log;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Logs in to qBittorrent, once at a time; after a refusal it waits before it tries again.
 *
 * <p>After some refused passwords qBittorrent bans the address, by default for an hour, and refuses
 * even the right password from there.
 */
final class QbittorrentLogin {

  private static final Log LOG = Log.of(QbittorrentLogin.class);
  private static final int FORBIDDEN = 403;

  /** The pause after a refusal: an administrator must change the credentials first. */
  private static final Duration LEFT_ALONE = Duration.ofMinutes(10);

  /**
   * The pause when there was no answer; otherwise every waiting request would try a login of its
   * own and wait for it.
   */
  private static final Duration AWAY = Duration.ofSeconds(2);

  private final QbittorrentServer server;
  private final Clock clock;

  private QbittorrentSession session;
  private OutageReason trouble;
  private Instant nextLogin = Instant.MIN;

  QbittorrentLogin(QbittorrentServer server, Clock clock) {
    this.server = server;
    this.clock = clock;
  }

  /**
   * The current session, or a new one.
   *
   * @throws BackendUnavailableException when qBittorrent gives no session
   */
  synchronized QbittorrentSession session() {
    if (session == null) {
      session = begin();
    }
    return session;
  }

  /**
   * The session that follows one that has ended; another thread may have begun it. Throws like
   * {@link #session}.
   */
  synchronized QbittorrentSession after(QbittorrentSession ended) {
    if (session == ended) {
      session = null;
      if (server.settings().apiKey() != null) {
        throw leaveAlone(server.unavailable(OutageReason.CREDENTIALS, null));
      }
    }
    return session();
  }

  /**
   * The exception for a new session that qBittorrent refuses, too: another login would not help.
   */
  synchronized BackendUnavailableException refused(BackendResponseException failure) {
    session = null;
    return leaveAlone(server.unavailable(OutageReason.CREDENTIALS, failure));
  }

  private QbittorrentSession begin() {
    if (clock.instant().isBefore(nextLogin)) {
      throw server.unavailable(trouble, null);
    }
    if (server.settings().apiKey() != null) {
      return QbittorrentSession.ofApiKey();
    }
    try {
      String cookie = cookie();
      return QbittorrentSession.of(cookie, server.exchange(api -> api.interfaceVersion(cookie)));
    } catch (BackendResponseException failure) {
      OutageReason reason =
          failure.unauthorized() ? OutageReason.CREDENTIALS : OutageReason.NONSENSE;
      throw leaveAlone(server.unavailable(reason, failure));
    } catch (BackendUnavailableException outage) {
      throw leaveAlone(outage);
    }
  }

  private String cookie() {
    String cookie;
    try {
      cookie = server.exchange(this::logIn);
    } catch (BackendResponseException failure) {
      throw failure.status() == FORBIDDEN
          ? server.unavailable(OutageReason.BANNED, failure)
          : failure;
    }
    if (cookie.isEmpty()) {
      throw server.unavailable(OutageReason.CREDENTIALS, null);
    }
    return cookie;
  }

  /**
   * The cookie, whose name depends on the version; empty when the password was refused.
   *
   * <p>Up to qBittorrent 5.1 a login answers Ok. or Fails., both with 200; since 5.2 nothing.
   */
  private String logIn(QbittorrentApi api) {
    Qbittorrent settings = server.settings();
    try (Response answer = api.logIn(settings.username(), settings.password())) {
      String word = answer.hasEntity() ? answer.readEntity(String.class).strip() : "";
      if (!word.isEmpty() && !word.equals("Ok.")) {
        return "";
      }
      return answer.getStringHeaders().getOrDefault(HttpHeaders.SET_COOKIE, List.of()).stream()
          .map(header -> header.split(";", 2)[0].strip())
          .collect(Collectors.joining("; "));
    }
  }

  private BackendUnavailableException leaveAlone(BackendUnavailableException outage) {
    trouble = outage.reason();
    boolean refused = trouble == OutageReason.CREDENTIALS || trouble == OutageReason.BANNED;
    nextLogin = clock.instant().plus(refused ? LEFT_ALONE : AWAY);
    if (refused) {
      LOG.warn(outage.getMessage() + "; it is left alone for ten minutes");
    }
    return outage;
  }
}
