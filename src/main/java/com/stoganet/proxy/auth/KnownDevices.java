package com.stoganet.proxy.auth;

import com.stoganet.proxy.shared.Service;
import inet.ipaddr.IPAddressString;
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
   * How familiar the origin of a sign-in is to the user with this name.
   *
   * @param accessToken what the app still has, however old; null when it has none
   */
  Familiarity of(String name, String accessToken, ClientOrigin origin) {
    String session = sessionOf(name, accessToken);
    return new Familiarity(session, session == null && livesIn(name, origin.address().network()));
  }

  private boolean livesIn(String name, String network) {
    IPAddressString wanted = new IPAddressString(network);
    String folded = Lockout.folded(name);
    return sessions.places().stream()
        .filter(place -> Lockout.folded(place.userName()).equals(folded))
        .anyMatch(place -> wanted.contains(new IPAddressString(place.address())));
  }

  private String sessionOf(String name, String accessToken) {
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
