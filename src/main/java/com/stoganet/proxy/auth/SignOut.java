package com.stoganet.proxy.auth;

import com.stoganet.proxy.shared.Service;
import jakarta.inject.Inject;
import java.time.Clock;

/** Signs out; a repeated sign-out succeeds. */
@Service
public class SignOut {

  private final SessionStore sessions;
  private final RefreshTokenStore tokens;
  private final SessionTermination termination;
  private final Clock clock;

  @Inject
  public SignOut(
      SessionStore sessions,
      RefreshTokenStore tokens,
      SessionTermination termination,
      Clock clock) {
    this.sessions = sessions;
    this.tokens = tokens;
    this.termination = termination;
    this.clock = clock;
  }

  /**
   * Ends the session of the access token, and that of the refresh token if it is another one of the
   * same user: an app may have mixed them up.
   */
  public void here(String sessionId, String refreshToken, ClientOrigin origin) {
    sessions
        .find(sessionId)
        .ifPresent(
            session -> {
              termination.end(session, Session.End.LOGOUT, origin);
              alsoThatOf(refreshToken, session.user(), origin);
            });
  }

  /**
   * Ends all sessions of the user whose session this is, unless that one is over; codes of Quick
   * Connect that the user has approved open none any more.
   */
  public void everywhere(String sessionId, ClientOrigin origin) {
    sessions
        .find(sessionId)
        .filter(Session::alive)
        .ifPresent(session -> endAll(session.user().id(), origin));
  }

  private void endAll(String userId, ClientOrigin origin) {
    sessions.signedOut(userId, clock.instant());
    sessions
        .aliveOf(userId)
        .forEach(session -> termination.end(session, Session.End.LOGOUT, origin));
  }

  private void alsoThatOf(String refreshToken, User user, ClientOrigin origin) {
    if (RefreshToken.wellFormed(refreshToken)) {
      tokens
          .find(RefreshToken.hash(refreshToken))
          .map(RefreshTokenStore.StoredToken::session)
          .filter(session -> session.user().equals(user))
          .ifPresent(session -> termination.end(session, Session.End.LOGOUT, origin));
    }
  }
}
