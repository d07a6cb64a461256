package com.stoganet.proxy.clients.jellyfin;

import com.stoganet.proxy.clients.ExchangeFailures;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.ProcessingException;
import java.util.function.Supplier;
import org.eclipse.microprofile.faulttolerance.CircuitBreaker;

/**
 * The one way to Jellyfin: when half of the last calls found it out of order, the next ones fail at
 * once, until a single one, two seconds later, finds it well.
 *
 * <p>Without that, a Jellyfin that hangs would hold every thread of the proxy for half a minute.
 */
@ApplicationScoped
public class JellyfinCircuit {

  private static final int FIRST_REDIRECT = 300;
  private static final int FIRST_CLIENT_ERROR = 400;
  private static final int FIRST_SERVER_ERROR = 500;
  private static final int UNAVAILABLE = 503;

  /**
   * Makes a call.
   *
   * @throws JellyfinOutage when Jellyfin is out of order
   * @throws JellyfinFailure when it refuses
   */
  @CircuitBreaker(
      requestVolumeThreshold = 20,
      failureRatio = 0.5,
      delay = 2_000,
      failOn = JellyfinOutage.class,
      skipOn = JellyfinOutage.OneRequest.class)
  public <T> T pass(Supplier<T> call) {
    return checked(call);
  }

  /** The same outside of the circuit. */
  static <T> T checked(Supplier<T> call) {
    try {
      return call.get();
    } catch (JellyfinFailure failure) {
      throw outage(failure);
    } catch (ProcessingException e) {
      throw outage(e);
    }
  }

  private static RuntimeException outage(JellyfinFailure failure) {
    int status = failure.status();
    if (status >= FIRST_REDIRECT && status < FIRST_CLIENT_ERROR) {
      return new JellyfinOutage(JellyfinOutage.Reason.MISCONFIGURED, failure);
    }
    if (status == UNAVAILABLE) {
      return new JellyfinOutage(
          failure.empty() ? JellyfinOutage.Reason.BLOCKED : JellyfinOutage.Reason.STARTING,
          failure);
    }
    if (status == FIRST_SERVER_ERROR) {
      return new JellyfinOutage.OneRequest(failure);
    }
    return status > FIRST_SERVER_ERROR
        ? new JellyfinOutage(JellyfinOutage.Reason.FAILING, failure)
        : failure;
  }

  private static JellyfinOutage outage(ProcessingException failure) {
    if (ExchangeFailures.neverReached(failure)) {
      return new JellyfinOutage.NeverReached(failure);
    }
    boolean unreadable = ExchangeFailures.unreadable(failure);
    return new JellyfinOutage(
        unreadable ? JellyfinOutage.Reason.NONSENSE : JellyfinOutage.Reason.UNREACHABLE, failure);
  }
}
