package com.stoganet.proxy.clients.backend;

import dev.failsafe.CircuitBreaker;
import dev.failsafe.Failsafe;
import dev.failsafe.FailsafeExecutor;
import dev.failsafe.RetryPolicy;
import java.time.Duration;
import java.util.function.Supplier;

/**
 * The circuit breaker of one server: when half of the last calls met an outage, the next calls fail
 * at once, until a single call, two seconds later, succeeds.
 *
 * <p>Without it, every call to a server that hangs would hold a thread of the proxy for half a
 * minute.
 */
public final class BackendCircuit {

  private static final Duration DELAY = Duration.ofSeconds(2);

  /** A server that restarts is unreachable for a moment. */
  private static final RetryPolicy<Object> RETRIES =
      RetryPolicy.builder()
          .handleIf(BackendCircuit::neverReached)
          .withMaxRetries(2)
          .withDelay(Duration.ofMillis(200))
          .withJitter(Duration.ofMillis(100))
          .build();

  private final FailsafeExecutor<Object> once;
  private final FailsafeExecutor<Object> untilReached;

  /**
   * @param calls how many of the last calls count; failures of half of them open the circuit
   */
  public BackendCircuit(int calls) {
    CircuitBreaker<Object> breaker =
        CircuitBreaker.builder()
            .handleIf(BackendCircuit::lasting)
            .withFailureThreshold(calls / 2, calls)
            .withDelay(DELAY)
            .withSuccessThreshold(1)
            .build();
    once = Failsafe.with(breaker);
    untilReached = Failsafe.with(RETRIES, breaker);
  }

  /**
   * Makes a call that changes something. The call is never repeated, since a failed call may have
   * made its change.
   *
   * @throws dev.failsafe.CircuitBreakerOpenException when the circuit is open; the call is not made
   *     then
   */
  public <T> T once(Supplier<T> call) {
    return once.get(call::get);
  }

  /** Makes a call that may be repeated; throws like {@link #once}. */
  public <T> T untilReached(Supplier<T> call) {
    return untilReached.get(call::get);
  }

  private static boolean neverReached(Throwable failure) {
    return failure instanceof BackendUnavailableException outage
        && outage.reason() == OutageReason.NEVER_REACHED;
  }

  /** Whether the failure is likely to affect the next request, too. */
  private static boolean lasting(Throwable failure) {
    return failure instanceof BackendUnavailableException outage
        && outage.reason() != OutageReason.REQUEST_FAILED;
  }
}
