package com.stoganet.proxy.audit;

/**
 * Port: the record of who signed in, who was refused, whose access ended, and what administrators
 * did.
 */
public interface Audit {

  /** Writes an entry; never fails. */
  void write(Entry entry);

  /** What happened; each feature has an enumeration of its own. */
  interface Event {

    /** In capitals with underscores; the log has it in lower case. */
    String name();
  }

  /**
   * An entry without its time and the id of the request; a value that is not known is null.
   *
   * @param address of the client
   * @param user the name, as it was typed when there is no better one; only of users who signed in
   *     before
   * @param session id of the sign-in
   * @param device the name of the device
   * @param reason the cause, in one word; for an action of an administrator the ids of its objects
   */
  record Entry(
      Event event, String address, String user, String session, String device, String reason) {}
}
