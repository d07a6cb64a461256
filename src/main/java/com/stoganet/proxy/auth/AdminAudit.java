package com.stoganet.proxy.auth;

import com.stoganet.proxy.audit.Audit;
import com.stoganet.proxy.shared.Caller;
import com.stoganet.proxy.shared.Service;
import jakarta.inject.Inject;

/** Writes to the audit log what administrators did, with their names. */
@Service
public class AdminAudit {

  private final SessionStore sessions;
  private final Audit audit;

  @Inject
  public AdminAudit(SessionStore sessions, Audit audit) {
    this.sessions = sessions;
    this.audit = audit;
  }

  /**
   * Writes that the caller did something.
   *
   * @param what ids of the proxy that tell to what; nothing that a client or a server wrote
   */
  public void write(Caller caller, ClientOrigin origin, Audit.Event event, String what) {
    String address = origin.address().text();
    sessions
        .find(caller.sessionId())
        .ifPresent(session -> audit.write(session.audited(event, address, what)));
  }
}
