package com.stoganet.proxy.auth;

/**
 * Port: where it is written down who came in, who was turned away, whose access ended, and what
 * administrators did.
 */
public interface Audit {

  /** Writes it down; never fails. */
  void note(Entry entry);

  /** What happened. */
  enum Event {
    SIGNED_IN,
    SIGN_IN_FAILED,
    LOCKED_OUT,
    REFRESH_REUSED,
    SESSION_ENDED,
    KEY_CHANGED,
    REQUEST_APPROVED,
    REQUEST_DECLINED,
    DOWNLOAD_PAUSED,
    DOWNLOAD_RESUMED,
    DOWNLOAD_REMOVED,
    DOWNLOAD_GRABBED
  }

  /**
   * What is written down besides the time and the id of the request; whatever nobody knows is null.
   *
   * @param address of the client
   * @param user the name, as it was typed if nobody knows better; only of people who were seen
   *     before
   * @param session id of the sign-in
   * @param device what its owner calls it
   * @param reason why, in one word; of what an administrator did: to what, as one or more ids
   */
  record Entry(
      Event event, String address, String user, String session, String device, String reason) {

    /** About a session. */
    public static Entry of(Event event, Session session, String address, String reason) {
      return new Entry(
          event, address, session.user().name(), session.id(), session.device().label(), reason);
    }
  }
}
