package com.stoganet.proxy.auth;

import com.stoganet.proxy.audit.Audit;
import com.stoganet.proxy.shared.Service;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Locale;

/** Ends sessions: here at once, and at the identity provider as soon as that answers. */
@Service
public class SessionTermination {

  private final SessionStore sessions;
  private final ProviderSignOut signOut;
  private final Audit audit;
  private final Event<SessionEnded> ended;
  private final Clock clock;

  @Inject
  public SessionTermination(
      SessionStore sessions,
      ProviderSignOut signOut,
      Audit audit,
      Event<SessionEnded> ended,
      Clock clock) {
    this.sessions = sessions;
    this.signOut = signOut;
    this.audit = audit;
    this.ended = ended;
    this.clock = clock;
  }

  /**
   * Ends a session; one that is over already stays as it is.
   *
   * @param origin of the request that ends it; null when no request does
   */
  public void end(Session session, Session.End why, ClientOrigin origin) {
    if (!sessions.end(session.id(), why, clock.instant())) {
      return;
    }
    ended.fire(new SessionEnded(session.id(), session.user().id()));
    AuthEvent event =
        why == Session.End.REFRESH_REUSED ? AuthEvent.REFRESH_REUSED : AuthEvent.SESSION_ENDED;
    String address = origin == null ? null : origin.address().text();
    audit.write(session.audited(event, address, why.name().toLowerCase(Locale.ROOT)));
    signOut.soon(session);
  }
}
