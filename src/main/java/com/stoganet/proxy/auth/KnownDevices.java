package com.stoganet.proxy.auth;

import com.stoganet.proxy.shared.Service;
import jakarta.inject.Inject;

/** Recognizes users who were signed in before, and their devices. */
@Service
public class KnownDevices {

  private final AccessTokens accessTokens;
  private final SessionStore sessions;

  @Inject
  public KnownDevices(AccessTokens accessTokens, SessionStore sessions) {
    this.accessTokens = accessTokens;
    this.sessions = sessions;
  }

  /**
   * The session of a device of the user with this name; null when it is not known.
   *
   * @param accessToken what the app still has, however old; null when it has none
   */
  String of(String name, String accessToken) {
    if (accessToken == null) {
      return null;
    }
    return accessTokens
        .genuine(accessToken)
        .flatMap(claims -> sessions.find(claims.sessionId()))
        .filter(KnownDevices::trustworthy)
        .filter(session -> Lockout.folded(session.user().name()).equals(Lockout.folded(name)))
        .map(Session::id)
        .orElse(null);
  }

  /** Whether a user of this name ever signed in. */
  boolean haveSeen(String name) {
    String folded = Lockout.folded(name);
    return sessions.userNames().stream().map(Lockout::folded).anyMatch(folded::equals);
  }

  /** A device that was lost, or whose token was stolen, may be in the hands of an attacker. */
  private static boolean trustworthy(Session session) {
    return session.end() != Session.End.REVOKED && session.end() != Session.End.REFRESH_REUSED;
  }
}
