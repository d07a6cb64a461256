package com.stoganet.proxy.clients.qbittorrent;

import com.stoganet.proxy.clients.qbittorrent.QbittorrentOutage.Reason;
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
 * Gets us in: one login at a time, and none for a while with what was refused.
 *
 * <p>qBittorrent bans an address after some refused passwords, for an hour as a rule; then not even
 * the right one gets anybody in from there.
 */
final class QbittorrentLogin {

  private static final Log LOG = Log.of(QbittorrentLogin.class);

  /** After a refusal: somebody has to change something first. */
  private static final Duration LEFT_ALONE = Duration.ofMinutes(10);

  /** After no answer: all who waited for this login would wait again for the next one. */
  private static final Duration AWAY = Duration.ofSeconds(2);

  private final Qbittorrent settings;
  private final QbittorrentApi api;
  private final QbittorrentCircuit circuit;
  private final Clock clock;

  private QbittorrentSession session;
  private Reason trouble;
  private Instant nextLogin = Instant.MIN;

  QbittorrentLogin(
      Qbittorrent settings, QbittorrentApi api, QbittorrentCircuit circuit, Clock clock) {
    this.settings = settings;
    this.api = api;
    this.circuit = circuit;
    this.clock = clock;
  }

  /**
   * The session there is, or a new one.
   *
   * @throws QbittorrentOutage when there is none to be had
   */
  synchronized QbittorrentSession session() {
    if (session == null) {
      session = begin();
    }
    return session;
  }

  /** The one after one that has ended, which others may have begun; throws as {@link #session}. */
  synchronized QbittorrentSession after(QbittorrentSession ended) {
    if (session == ended) {
      session = null;
      if (settings.apiKey() != null) {
        throw leaveAlone(new QbittorrentOutage(Reason.CREDENTIALS, null));
      }
    }
    return session();
  }

  /** What to throw when even the one after that is refused: another login would not help. */
  synchronized QbittorrentOutage refused(QbittorrentFailure failure) {
    session = null;
    return leaveAlone(new QbittorrentOutage(Reason.CREDENTIALS, failure));
  }

  private QbittorrentSession begin() {
    if (clock.instant().isBefore(nextLogin)) {
      throw new QbittorrentOutage(trouble, null);
    }
    if (settings.apiKey() != null) {
      return QbittorrentSession.ofApiKey();
    }
    try {
      String cookie = cookie();
      return QbittorrentSession.of(cookie, circuit.pass(() -> api.interfaceVersion(cookie)));
    } catch (QbittorrentFailure failure) {
      Reason reason = failure.refusal() ? Reason.CREDENTIALS : Reason.NONSENSE;
      throw leaveAlone(new QbittorrentOutage(reason, failure));
    } catch (QbittorrentOutage outage) {
      throw leaveAlone(outage);
    }
  }

  private String cookie() {
    String cookie;
    try {
      cookie = circuit.pass(this::logIn);
    } catch (QbittorrentFailure failure) {
      throw failure.forbidden() ? new QbittorrentOutage(Reason.BANNED, failure) : failure;
    }
    if (cookie.isEmpty()) {
      throw new QbittorrentOutage(Reason.CREDENTIALS, null);
    }
    return cookie;
  }

  /**
   * The cookie, which every version calls something else; empty when the password was refused.
   *
   * <p>Up to qBittorrent 5.1 a login answers Ok. or Fails., both with 200; since 5.2 nothing.
   */
  private String logIn() {
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

  private QbittorrentOutage leaveAlone(QbittorrentOutage outage) {
    trouble = outage.reason();
    boolean refused = trouble == Reason.CREDENTIALS || trouble == Reason.BANNED;
    nextLogin = clock.instant().plus(refused ? LEFT_ALONE : AWAY);
    if (refused) {
      LOG.warn(outage.getMessage() + "; it is left alone for ten minutes");
    }
    return outage;
  }
}
