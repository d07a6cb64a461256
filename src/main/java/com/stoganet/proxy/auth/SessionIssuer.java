package com.stoganet.proxy.auth;

import com.stoganet.proxy.audit.Audit;
import com.stoganet.proxy.shared.ApiException;
import com.stoganet.proxy.shared.ErrorCode;
import com.stoganet.proxy.shared.Service;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;

/** Opens a session for a user who has proved their identity, by password or Quick Connect. */
@Service
public class SessionIssuer {

  private final SessionStore sessions;
  private final AccessTokens accessTokens;
  private final ProviderSignOut signOut;
  private final Audit audit;
  private final Event<SessionStarted> started;
  private final Clock clock;

  @Inject
  public SessionIssuer(
      SessionStore sessions,
      AccessTokens accessTokens,
      ProviderSignOut signOut,
      Audit audit,
      Event<SessionStarted> started,
      Clock clock) {
    this.sessions = sessions;
    this.accessTokens = accessTokens;
    this.signOut = signOut;
    this.audit = audit;
    this.started = started;
    this.clock = clock;
  }

  /**
   * The tokens of a new session.
   *
   * @param how they proved it, in one word
   * @throws ApiException invalid_credentials with the reason remote_access_not_allowed for a user
   *     who has to be at home and is not
   */
  public IssuedTokens admit(Identity identity, Device device, ClientOrigin origin, String how) {
    requireAtHome(identity, device, origin);
    Instant now = clock.instant();
    RefreshToken refreshToken = RefreshToken.create(now);
    Session session = sessions.open(identity, device, origin.address(), refreshToken, now);
    audit.write(session.audited(AuthEvent.SIGNED_IN, origin.address().text(), how));
    started.fire(new SessionStarted(session.id(), session.user().id(), device.label()));
    return accessTokens.with(refreshToken.secret(), session);
  }

  private void requireAtHome(Identity identity, Device device, ClientOrigin origin) {
    if (identity.remoteAccess() || origin.address().local()) {
      return;
    }
    signOut.soon(identity);
    audit.write(
        new Audit.Entry(
            AuthEvent.SIGN_IN_FAILED,
            origin.address().text(),
            identity.name(),
            null,
            device.label(),
            RemoteAccess.REFUSED));
    throw ApiException.of(
            ErrorCode.INVALID_CREDENTIALS, "This account may be used in the local network only.")
        .because(RemoteAccess.REFUSED);
  }
}
