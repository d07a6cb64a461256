package com.stoganet.proxy.auth;

import com.stoganet.proxy.shared.ApiException;
import com.stoganet.proxy.shared.Caller;
import com.stoganet.proxy.shared.Service;
import jakarta.inject.Inject;
import java.util.Comparator;
import java.util.List;

/** Lists the devices of a user, and signs them out. */
@Service
public class Devices {

  private final SessionStore sessions;
  private final SessionTermination termination;

  @Inject
  public Devices(SessionStore sessions, SessionTermination termination) {
    this.sessions = sessions;
    this.termination = termination;
  }

  /** The caller's sessions, the one used last first. */
  public List<Session> of(Caller caller) {
    Comparator<Session> byUse = Comparator.comparing(session -> session.usage().lastSeenAt());
    return sessions.aliveOf(caller.userId()).stream().sorted(byUse.reversed()).toList();
  }

  /**
   * Signs a device of the caller out.
   *
   * @throws ApiException item_not_found when the caller has no such device, even if another user
   *     has
   */
  public void end(String id, Caller caller, ClientOrigin origin) {
    Session session =
        sessions
            .find(id)
            .filter(found -> found.user().id().equals(caller.userId()) && found.alive())
            .orElseThrow(() -> ApiException.itemNotFound("You have no such device."));
    boolean current = id.equals(caller.sessionId());
    termination.end(session, current ? Session.End.LOGOUT : Session.End.REVOKED, origin);
  }
}
