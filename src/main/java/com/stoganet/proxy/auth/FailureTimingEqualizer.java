package com.stoganet.proxy.auth;

import com.stoganet.proxy.shared.Service;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/**
 * Delays refusals, so that their time reveals nothing.
 *
 * <p>Jellyfin checks a password only for a name that exists, and that takes a while: an attacker
 * who knows how long learns which names exist. So a refusal comes no sooner than a check would; how
 * long a check takes is measured on sign-ins that succeed.
 */
@Service
public class FailureTimingEqualizer {

  private static final long MINIMUM = TimeUnit.MILLISECONDS.toNanos(400);
  private static final long MAXIMUM = TimeUnit.SECONDS.toNanos(3);

  /** A slow one is forgotten little by little. */
  private static final double DECAY = 0.95;

  private static final double MARGIN = 1.25;

  private final AtomicLong slowest = new AtomicLong();

  /** A password was checked and right, within this time. */
  void record(Duration time) {
    slowest.updateAndGet(known -> Math.max(time.toNanos(), (long) (known * DECAY)));
  }

  /** How long a refusal takes at least. */
  Duration minimum() {
    long wanted = (long) (slowest.get() * MARGIN);
    return Duration.ofNanos(Math.min(MAXIMUM, Math.max(MINIMUM, wanted)));
  }

  /**
   * Waits until a refusal may be sent.
   *
   * @param startNanos {@link System#nanoTime()} when the attempt began
   */
  void delay(long startNanos) {
    long end = startNanos + minimum().toNanos();
    for (long left = end - System.nanoTime(); left > 0; left = end - System.nanoTime()) {
      LockSupport.parkNanos(left);
      if (Thread.currentThread().isInterrupted()) {
        return;
      }
    }
  }
}
