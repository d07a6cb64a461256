package com.stoganet.proxy.auth;

import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;

/** Port: where attempts to sign in by Quick Connect are kept. Failures surface as exceptions. */
public interface QuickConnectStore {

  /** How many there are. */
  long count();

  /** Adds an attempt, unless there are {@code most} already; whether it did. */
  boolean add(QuickConnectAttempt attempt, long most);

  /** The attempt with this id, unless its secret was sealed with a key that is gone. */
  Optional<QuickConnectAttempt> find(String id);

  void remove(String id);

  /** Notes that no user had approved the attempt at this time. */
  void pending(String id, Instant now);

  /**
   * Removes the attempt and opens its session, both or neither; {@code opening} may decide against
   * it.
   *
   * @return what {@code opening} gave; empty when another request was faster, too
   */
  Optional<IssuedTokens> redeem(String id, Supplier<Optional<IssuedTokens>> opening);

  /** Removes what expired before. */
  void purge(Instant expired);
}
