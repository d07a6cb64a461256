package com.stoganet.sandbox;

import java.time.Duration;
import java.time.Instant;

/** The time, which a test can let pass. */
final class MovableClock {
  private volatile Duration ahead = Duration.ZERO;

  Instant now() {
    return Instant.now().plus(ahead);
  }

  synchronized void pass(Duration time) {
    ahead = ahead.plus(time);
  }

  synchronized void reset() {
    ahead = Duration.ZERO;
  }
}
