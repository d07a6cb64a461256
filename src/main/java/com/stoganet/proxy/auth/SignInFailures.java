package com.stoganet.proxy.auth;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Port: where it is counted who failed to sign in. Failures surface as exceptions. */
public interface SignInFailures {

  /**
   * Counts one attempt for each key before its outcome is known: of many at the same time each sees
   * all the others.
   *
   * @param window after which a count begins anew; it begins with a failure that may still be taken
   *     back
   * @return the counts in the order of the keys, this attempt included
   */
  List<Count> add(List<String> keys, Instant now, Duration window);

  /** Takes an attempt back that was no failure. */
  void takeBack(List<String> keys);

  /** Forgets the failures of a key, not its locks. */
  void clear(String key);

  /** Locks a key and begins to count anew. */
  void lock(String key, int locks, Instant now, Instant until);

  /** Deletes rows not touched since {@code before}, and rows without failures and locks. */
  void purge(Instant before);

  /**
   * What is known of a key.
   *
   * @param failures within the window
   * @param locks so far; of the last day
   * @param lockedUntil long ago when it is not locked
   * @param lockedAt when it was locked last; long ago when it never was
   */
  record Count(int failures, int locks, Instant lockedUntil, Instant lockedAt) {

    /** Before the first failure. */
    public static final Count NONE = new Count(0, 0, Instant.EPOCH, Instant.EPOCH);
  }
}
