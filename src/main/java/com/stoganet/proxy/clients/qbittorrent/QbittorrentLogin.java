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
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Logs in to qBittorrent, once at a time; after a refusal it waits before it tries again.
 *
 * <p>After five refused passwords qBittorrent bans the address, by default for an hour, and refuses
 * even the right password from there; it never forgets a refusal before. So a refused password is
 * tried again only after a restart with other settings, or when an administrator asks.
 */
final class QbittorrentLogin {

  private static final Log LOG = Log.of(QbittorrentLogin.class);
  private static final int UNAUTHORIZED = 401;
  private static final int FORBIDDEN = 403;

  /** One less than qBittorrent bans for. */
  private static final int MOST_REFUSALS = 4;

  /** The pause after a refusal: an administrator must change the settings first. */
  private static final Duration LEFT_ALONE = Duration.ofMinutes(10);

  /** The pause between two attempts that administrators ask for. */
  private static final Duration BETWEEN = Duration.ofMinutes(1);

  /**
   * The pause when there was no answer; otherwise every waiting request would try a login of its
   * own and wait for it.
   */
  private static final Duration AWAY = Duration.ofSeconds(2);

  private static final String FOREIGN_ADDRESS =
      "does not accept the address in QBITTORRENT_URL: its Web UI listens on another port, or does"
          + " not serve this host name";
  private static final String NO_API_KEYS =
      "is too old for an API key, which needs qBittorrent 5.2; set QBITTORRENT_USERNAME and"
          + " QBITTORRENT_PASSWORD instead";

  private final QbittorrentServer server;
  private final Clock clock;
  private QbittorrentSession session;
  private Supplier<BackendUnavailableException> trouble;
  private Instant nextLogin = Instant.MIN;

  /** How often the password was refused since it was last accepted. */
  private int refusals;

  QbittorrentLogin(QbittorrentServer server, Clock clock) {
    this.server = server;
    this.clock = clock;
  }

  /**
   * The current session, or a new one.
   *
   * @param person whether an administrator waits, so that a refused password is tried again
   * @throws BackendUnavailableException when qBittorrent gives no session
   */
  synchronized QbittorrentSession session(boolean person) {
    if (session == null) {
      session = begin(person);
    }
    return session;
  }

  /**
   * The session that follows one that has ended; another thread may have begun it. Throws like
   * {@link #session}.
   *
   * @param failure the answer to a request within the old session
   */
  synchronized QbittorrentSession after(
      QbittorrentSession ended, BackendResponseException failure) {
    if (session == ended) {
      session = null;
      if (server.settings().apiKey() != null) {
        throw leaveAlone(refusedKey(failure), LEFT_ALONE);
      }
    }
    return session(false);
  }

  /**
   * The exception for a new session that qBittorrent refuses, too: another login would not help.
   */
  synchronized BackendUnavailableException refused(BackendResponseException failure) {
    session = null;
    return leaveAlone(() -> server.unavailable(OutageReason.CREDENTIALS, failure), LEFT_ALONE);
  }

  /** An API key of no version is refused with 401, so that means the address. */
  private Supplier<BackendUnavailableException> refusedKey(BackendResponseException failure) {
    if (failure.status() == UNAUTHORIZED) {
      return () -> server.misconfigured(FOREIGN_ADDRESS);
    }
    return server.knowsApiKeys()
        ? () -> server.unavailable(OutageReason.CREDENTIALS, failure)
        : () -> server.misconfigured(NO_API_KEYS);
  }

  private QbittorrentSession begin(boolean person) {
    boolean mayTry = refusals == 0 || (person && refusals < MOST_REFUSALS);
    if (trouble != null && (!mayTry || clock.instant().isBefore(nextLogin))) {
      throw trouble.get();
    }
    if (server.settings().apiKey() != null) {
      return QbittorrentSession.ofApiKey();
    }
    String cookie = cookie();
    QbittorrentSession begun = QbittorrentSession.of(cookie, version(cookie));
    refusals = 0;
    trouble = null;
    return begun;
  }

  /** The cookie of a new session; empty at a server that needs no login and sends none. */
  private String cookie() {
    Optional<String> cookie;
    try {
      cookie = exchange(this::logIn);
    } catch (BackendResponseException failure) {
      throw refusedLogin(failure);
    }
    return cookie.orElseThrow(() -> refusedPassword(null));
  }

  /** The version of the Web API, which also tells whether the session counts. */
  private String version(String cookie) {
    String version;
    try {
      version = exchange(api -> api.interfaceVersion(cookie));
    } catch (BackendResponseException failure) {
      throw failure.unauthorized()
          ? leaveAlone(() -> server.unavailable(OutageReason.CREDENTIALS, failure), LEFT_ALONE)
          : leaveAlone(() -> server.unavailable(OutageReason.NONSENSE, failure), AWAY);
    }
    if (cookie.isEmpty() && !QbittorrentSession.isVersion(version)) {
      throw leaveAlone(() -> server.unavailable(OutageReason.NONSENSE, null), AWAY);
    }
    return version;
  }

  private BackendUnavailableException refusedLogin(BackendResponseException failure) {
    if (failure.status() == FORBIDDEN) {
      return leaveAlone(() -> server.unavailable(OutageReason.BANNED, failure), LEFT_ALONE);
    }
    if (failure.status() != UNAUTHORIZED) {
      return leaveAlone(() -> server.unavailable(OutageReason.NONSENSE, failure), AWAY);
    }
    return isForeignAddress()
        ? leaveAlone(() -> server.misconfigured(FOREIGN_ADDRESS), LEFT_ALONE)
        : refusedPassword(failure);
  }

  private BackendUnavailableException refusedPassword(BackendResponseException failure) {
    refusals++;
    return leaveAlone(() -> server.unavailable(OutageReason.CREDENTIALS, failure), BETWEEN);
  }

  /** Without a session the answer is 403, unless the Host header is not accepted. */
  private boolean isForeignAddress() {
    try {
      String unused = exchange(api -> api.interfaceVersion(""));
      return false;
    } catch (BackendResponseException answer) {
      return answer.status() == UNAUTHORIZED;
    }
  }

  private <T> T exchange(Function<QbittorrentApi, T> question) {
    try {
      return server.exchange(question);
    } catch (BackendUnavailableException outage) {
      throw leaveAlone(() -> server.unavailable(outage.reason(), outage), AWAY);
    }
  }

  /**
   * The cookie, whose name depends on the version; nothing when the password was refused.
   *
   * <p>Up to qBittorrent 5.1 a login answers Ok. or Fails., both with 200; since 5.2 nothing.
   */
  private Optional<String> logIn(QbittorrentApi api) {
    Qbittorrent settings = server.settings();
    try (Response answer = api.logIn(settings.username(), settings.password())) {
      String word = answer.hasEntity() ? answer.readEntity(String.class).strip() : "";
      if (!word.isEmpty() && !word.equals("Ok.")) {
        return Optional.empty();
      }
      return Optional.of(
          answer.getStringHeaders().getOrDefault(HttpHeaders.SET_COOKIE, List.of()).stream()
              .map(header -> header.split(";", 2)[0].strip())
              .collect(Collectors.joining("; ")));
    }
  }

  private BackendUnavailableException leaveAlone(
      Supplier<BackendUnavailableException> next, Duration pause) {
    trouble = next;
    nextLogin = clock.instant().plus(pause);
    BackendUnavailableException outage = next.get();
    if (!pause.equals(AWAY)) {
      LOG.warn(
          outage.getMessage()
              + (refusals > 0
                  ? "; the password is tried again after a restart, or when an administrator pauses"
                      + " or resumes a download"
                  : "; it is left alone for ten minutes"));
    }
    return outage;
  }
}
