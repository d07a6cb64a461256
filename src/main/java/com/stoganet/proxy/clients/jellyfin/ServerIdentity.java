package com.stoganet.proxy.clients.jellyfin;

import com.stoganet.proxy.auth.KnownServer;
import com.stoganet.proxy.clients.backend.Backend;
import com.stoganet.proxy.clients.backend.BackendConnection;
import com.stoganet.proxy.clients.backend.BackendUnavailableException;
import com.stoganet.proxy.clients.backend.OutageReason;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/**
 * Makes sure that the server at the address is the Jellyfin that the proxy knows.
 *
 * <p>When a volume is not mounted, a new and empty Jellyfin answers there: it refuses all tokens
 * and passwords and knows no title. That is an outage, and no reason to sign users out. The id of a
 * Jellyfin stays the same when it is moved or updated.
 */
final class ServerIdentity {

  private static final long ASKED_AGAIN_NANOS = Duration.ofSeconds(2).toNanos();

  private final Backend backend;
  private final BackendConnection<JellyfinApi> jellyfin;
  private final KnownServer known;

  /** The id in the settings; null when there is none. */
  private final String configured;

  /** Null before the first answer. */
  private volatile String id;

  /** Why the server that answered last is not the right one; null when it is. */
  private volatile BackendUnavailableException wrong;

  private volatile long checkedAt;

  ServerIdentity(
      Backend backend,
      BackendConnection<JellyfinApi> jellyfin,
      KnownServer known,
      String configured) {
    this.backend = backend;
    this.jellyfin = jellyfin;
    this.known = known;
    this.configured = configured;
  }

  /**
   * Asks the server who it is; waits four seconds at most.
   *
   * @return its version
   * @throws BackendUnavailableException when it does not work, is starting, or is another one
   */
  String check() {
    PublicSystemInfo info = info();
    if (info.version == null) {
      // Jellyfin 10.11 and 12 answer like this in the second phase of their start.
      throw backend.unavailable(OutageReason.STARTING, null);
    }
    BackendUnavailableException problem = problem(info);
    boolean changed = (problem == null) != (wrong == null);
    wrong = problem;
    checkedAt = System.nanoTime();
    if (problem != null) {
      throw changed ? problem.logged() : problem;
    }
    return info.version;
  }

  /**
   * Refuses a call while another server answers: it must get neither tokens nor passwords.
   *
   * @throws com.stoganet.proxy.shared.ApiException backend_unavailable
   */
  void require() {
    BackendUnavailableException outage = wrong;
    if (outage == null) {
      return;
    }
    if (System.nanoTime() - checkedAt < ASKED_AGAIN_NANOS) {
      throw outage.toApi();
    }
    confirm();
  }

  /**
   * Confirms that the right server answers, after an answer that would have consequences.
   *
   * @throws com.stoganet.proxy.shared.ApiException backend_unavailable when it does not
   */
  void confirm() {
    try {
      check();
    } catch (BackendUnavailableException outage) {
      throw outage.toApi();
    }
  }

  /** The same, unless that was confirmed within this time. */
  void confirm(Duration within) {
    if (wrong != null || System.nanoTime() - checkedAt > within.toNanos()) {
      confirm();
    }
  }

  /**
   * Makes sure that an answer comes from the right server, by the id in it.
   *
   * @param serverId null when the answer has none
   * @throws com.stoganet.proxy.shared.ApiException backend_unavailable when it does not
   */
  void require(String serverId) {
    if (serverId != null && id != null && !id.equals(plain(serverId))) {
      confirm();
      throw another(serverId).toApi();
    }
  }

  private BackendUnavailableException problem(PublicSystemInfo info) {
    if (Boolean.FALSE.equals(info.startupWizardCompleted)) {
      return backend.unavailable(OutageReason.NOT_SET_UP, null);
    }
    if (info.id == null || expected(plain(info.id)).equals(plain(info.id))) {
      return null;
    }
    return another(info.id);
  }

  private BackendUnavailableException another(String serverId) {
    return backend.outage(
        OutageReason.ANOTHER_SERVER,
        "is gone: another server answers at JELLYFIN_URL; if that is wanted, set"
            + " JELLYFIN_SERVER_ID to "
            + plain(serverId).replaceAll("[^0-9a-f]", "?"));
  }

  private String expected(String met) {
    if (id == null) {
      if (configured != null) {
        known.replace(configured);
      }
      id = known.idOr(met);
    }
    return id;
  }

  private PublicSystemInfo info() {
    try {
      return jellyfin.probe(JellyfinApi::systemInfo);
    } catch (BackendUnavailableException outage) {
      throw starting(outage) ? backend.unavailable(OutageReason.STARTING, outage) : outage;
    }
  }

  /**
   * Jellyfin 10.11 and 12, in the first phase of their start: what they report about themselves
   * takes more than two seconds and is then an empty 503, like the answer to an address that is
   * blocked; but {@code /health} answers at once.
   */
  private boolean starting(BackendUnavailableException outage) {
    boolean possible =
        outage.reason() == OutageReason.UNREACHABLE
            || outage.reason() == OutageReason.BLOCKED
            || outage.reason() == OutageReason.REQUEST_FAILED;
    if (!possible) {
      return false;
    }
    try {
      return Optional.of(jellyfin.probe(JellyfinApi::health))
          .filter("Degraded"::equals)
          .isPresent();
    } catch (BackendUnavailableException e) {
      return e.reason() == OutageReason.STARTING;
    }
  }

  /** Jellyfin writes ids with and without dashes. */
  static String plain(String id) {
    return id.replace("-", "").toLowerCase(Locale.ROOT);
  }
}
