package com.stoganet.proxy.clients.backend;

import dev.failsafe.CircuitBreaker;
import dev.failsafe.Failsafe;
import dev.failsafe.FailsafeExecutor;
import dev.failsafe.RetryPolicy;
import java.time.Duration;
import java.util.function.Supplier;

/**
 * The way to one server: when half of the last calls found it out of order, the next ones fail at
 * once, until a single one, two seconds later, finds it well.
 *
 * <p>Without that, a server that hangs would hold threads of the proxy for half a minute each.
 */
public final class BackendCircuit {

  private static final Duration DELAY = Duration.ofSeconds(2);

  /** A server is away for a moment when it starts. */
  private static final RetryPolicy<Object> RETRIES =
      RetryPolicy.builder()
          .handleIf(BackendCircuit::neverReached)
          .withMaxRetries(2)
          .withDelay(Duration.ofMillis(200))
          .withJitter(Duration.ofMillis(100))
          .build();

  private final FailsafeExecutor<Object> once;
  private final FailsafeExecutor<Object> untilReached;

  /** Half of so many calls open it. */
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
   * Makes a call that changes something: whether it did is never certain.
   *
   * @throws dev.failsafe.CircuitBreakerOpenException when the call is not even made
   */
  public <T> T once(Supplier<T> call) {
    return once.get(call::get);
  }

  /** Makes a call that may be made twice; throws like {@link #once}. */
  public <T> T untilReached(Supplier<T> call) {
    return untilReached.get(call::get);
  }

  private static boolean neverReached(Throwable failure) {
    return failure instanceof BackendUnavailableException outage
        && outage.reason() == OutageReason.NEVER_REACHED;
  }

  /** Whether it is likely to meet the next request, too. */
  private static boolean lasting(Throwable failure) {
    return failure instanceof BackendUnavailableException outage
        && outage.reason() != OutageReason.REQUEST_FAILED;
  }
}
