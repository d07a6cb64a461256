package com.stoganet.sandbox;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Lets requests wait until their time is over, or the server is closed. */
public final class Pauses {
  private final CountDownLatch closed = new CountDownLatch(1);

  /** Waits; false when the server is closed meanwhile. */
  public boolean pause(Duration time) {
    try {
      return time.isZero() || !closed.await(time.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** Wakes up the requests that are waiting. */
  public void close() {
    closed.countDown();
  }
}
