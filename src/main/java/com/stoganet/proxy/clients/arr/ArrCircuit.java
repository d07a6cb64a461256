package com.stoganet.proxy.clients.arr;

import dev.failsafe.CircuitBreaker;
import dev.failsafe.CircuitBreakerOpenException;
import dev.failsafe.Failsafe;
import dev.failsafe.FailsafeExecutor;
import dev.failsafe.RetryPolicy;
import java.time.Duration;
import java.util.function.Supplier;

/**
 * The way to one server: when half of the last twenty calls found it out of order, the next ones
 * fail at once, until a single one, two seconds later, finds it well.
 *
 * <p>Without that, a server that hangs would hold threads of the proxy for half a minute each. The
 * circuit of MicroProfile would be the same for every Radarr, so that one would take the others
 * along.
 */
final class ArrCircuit {

  private static final int CALLS = 20;
  private static final Duration REST = Duration.ofSeconds(2);

  /** A server is away for a moment when it starts. */
  private static final RetryPolicy<Object> AGAIN =
      RetryPolicy.builder()
          .handle(ArrOutage.NeverReached.class)
          .withMaxRetries(2)
          .withDelay(Duration.ofMillis(200))
          .withJitter(Duration.ofMillis(100))
          .build();

  private final FailsafeExecutor<Object> once;
  private final FailsafeExecutor<Object> untilReached;

  ArrCircuit() {
    CircuitBreaker<Object> breaker =
        CircuitBreaker.builder()
            .handleIf(ArrCircuit::outOfOrder)
            .withFailureThreshold(CALLS / 2, CALLS)
            .withDelay(REST)
            .withSuccessThreshold(1)
            .build();
    once = Failsafe.with(breaker);
    untilReached = Failsafe.with(AGAIN, breaker);
  }

  /**
   * For calls that change something: whether they did is never certain.
   *
   * @throws CircuitBreakerOpenException when the call is not even made
   */
  <T> T once(Supplier<T> call) {
    return once.get(call::get);
  }

  /** For calls that may be made twice. */
  <T> T untilReached(Supplier<T> call) {
    return untilReached.get(call::get);
  }

  private static boolean outOfOrder(Throwable failure) {
    return failure instanceof ArrOutage && !(failure instanceof ArrOutage.OneRequest);
  }
}
