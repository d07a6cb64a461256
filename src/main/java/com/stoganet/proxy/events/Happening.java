package com.stoganet.proxy.events;

import com.stoganet.proxy.shared.Caller;
import java.util.function.Predicate;

/**
 * Event: something has happened that clients want to know of; fired inside a transaction, it is
 * told once that is through.
 *
 * @param type the name that clients know it by, such as {@code library}
 * @param subject what there is to say about it, for {@link Wording}; null when there is nothing
 * @param audience whom it concerns; asked on a thread of the listener's own, so it may wait. A
 *     failure means no
 */
public record Happening(String type, Object subject, Predicate<Caller> audience) {

  public static Predicate<Caller> forEverybody() {
    return caller -> true;
  }

  /** All devices of a user. */
  public static Predicate<Caller> forUser(String userId) {
    return caller -> caller.userId().equals(userId);
  }

  /** One device of a user. */
  public static Predicate<Caller> forSession(String sessionId) {
    return caller -> caller.sessionId().equals(sessionId);
  }

  public static Predicate<Caller> forAdministrators() {
    return Caller::administrator;
  }
}
