package com.stoganet.proxy.auth;

import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;

/** Port: where attempts to sign in by Quick Connect are kept. Failures surface as exceptions. */
public interface QuickConnectStore {

  /** How many there are. */
  long count();

  void add(QuickConnectAttempt attempt);

  Optional<QuickConnectAttempt> find(String id);

  void remove(String id);

  /**
   * Removes the attempt and opens its session, both or neither.
   *
   * @return what {@code opening} gave; empty when somebody else was faster
   */
  Optional<Tokens> redeem(String id, Supplier<Tokens> opening);

  /** Removes what expired before. */
  void purge(Instant expired);
}
