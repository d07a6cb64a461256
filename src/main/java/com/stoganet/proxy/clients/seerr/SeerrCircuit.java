package com.stoganet.proxy.clients.seerr;

import com.stoganet.proxy.clients.ExchangeFailures;
import com.stoganet.proxy.clients.seerr.SeerrOutage.Reason;
import dev.failsafe.CircuitBreaker;
import dev.failsafe.CircuitBreakerOpenException;
import dev.failsafe.Failsafe;
import jakarta.ws.rs.ProcessingException;
import java.time.Duration;
import java.util.function.Supplier;

/**
 * The one way to Seerr: when half of the last ten calls found it out of order, the next ones fail
 * at once, until a single one, two seconds later, finds it well.
 */
final class SeerrCircuit {

  private static final int CALLS = 10;
  private static final int FIRST_REDIRECT = 300;
  private static final int FIRST_CLIENT_ERROR = 400;
  private static final int SERVER_ERROR = 500;

  private final CircuitBreaker<Object> breaker =
      CircuitBreaker.builder()
          .handle(SeerrOutage.class)
          .withFailureThreshold(CALLS / 2, CALLS)
          .withDelay(Duration.ofSeconds(2))
          .build();

  /**
   * Makes a call.
   *
   * @throws SeerrOutage when Seerr is out of order
   * @throws SeerrFailure when it refuses, or fails over just this request
   */
  <T> T pass(Supplier<T> call) {
    try {
      return Failsafe.with(breaker).get(() -> checked(call));
    } catch (CircuitBreakerOpenException e) {
      throw new SeerrOutage(Reason.UNREACHABLE, e);
    }
  }

  /** The same outside of the circuit. */
  static <T> T checked(Supplier<T> call) {
    try {
      return call.get();
    } catch (SeerrFailure failure) {
      throw outage(failure);
    } catch (ProcessingException e) {
      throw new SeerrOutage(
          ExchangeFailures.unreadable(e) ? Reason.NONSENSE : Reason.UNREACHABLE, e);
    }
  }

  /** Seerr 3: a 500 is about a single title, such as one that TMDB does not know. */
  private static RuntimeException outage(SeerrFailure failure) {
    int status = failure.status();
    if (status >= FIRST_REDIRECT && status < FIRST_CLIENT_ERROR) {
      return new SeerrOutage(Reason.MISCONFIGURED, failure);
    }
    return status > SERVER_ERROR ? new SeerrOutage(Reason.FAILING, failure) : failure;
  }
}
