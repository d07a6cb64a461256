package com.stoganet.proxy.clients.jellyfin;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.function.Supplier;
import org.eclipse.microprofile.faulttolerance.Retry;

/** Makes calls once, or again when they did not even reach Jellyfin. */
@ApplicationScoped
public class JellyfinAttempts {

  private final JellyfinCircuit circuit;

  /** For the proxies of CDI only. */
  protected JellyfinAttempts() {
    this(null);
  }

  @Inject
  public JellyfinAttempts(JellyfinCircuit circuit) {
    this.circuit = circuit;
  }

  /** For calls that change something: whether they did is never certain. */
  public <T> T once(Supplier<T> call) {
    return circuit.pass(call);
  }

  /** For calls that change nothing: Jellyfin is away for a moment when it starts. */
  @Retry(maxRetries = 2, delay = 200, jitter = 100, retryOn = JellyfinOutage.NeverReached.class)
  public <T> T untilReached(Supplier<T> call) {
    return circuit.pass(call);
  }
}
