package com.stoganet.proxy.auth;

import com.stoganet.proxy.shared.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Writes down what administrators did, with their names. */
@ApplicationScoped
public class Acts {

  private final SessionStore sessions;
  private final Audit audit;

  /** For the proxies of CDI only. */
  protected Acts() {
    this(null, null);
  }

  @Inject
  public Acts(SessionStore sessions, Audit audit) {
    this.sessions = sessions;
    this.audit = audit;
  }

  /**
   * The caller did something.
   *
   * @param what to what: ids of ours, nothing that anybody else wrote
   */
  public void note(Caller caller, Origin origin, Audit.Event event, String what) {
    String address = origin.address().text();
    sessions
        .find(caller.sessionId())
        .ifPresent(session -> audit.note(Audit.Entry.of(event, session, address, what)));
  }
}
