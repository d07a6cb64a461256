package com.stoganet.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntUnaryOperator;

/**
 * Sends requests at a constant rate, whether or not the server keeps up.
 *
 * <p>Each is timed from the moment at which it was due, not from when it could be sent: a server
 * that stands still for a second makes all requests of that second late, and that is what shows.
 */
final class OpenLoop {
  private static final int CONNECTIONS = 32;
  private static final long LEAD_NANOS = 50_000_000;
  private static final long SECOND = 1_000_000_000;

  private OpenLoop() {}

  /**
   * Runs for a while.
   *
   * @param request sends the request of this number and returns the status it got
   */
  static Latencies run(int perSecond, Duration duration, IntUnaryOperator request)
      throws InterruptedException {
    int total = Math.toIntExact(perSecond * duration.toMillis() / 1000);
    long[] nanos = new long[total];
    AtomicInteger next = new AtomicInteger();
    AtomicInteger failures = new AtomicInteger();
    long begin = System.nanoTime() + LEAD_NANOS;
    Runnable worker =
        () -> {
          for (int i = next.getAndIncrement(); i < total; i = next.getAndIncrement()) {
            long due = begin + i * SECOND / perSecond;
            awaitMoment(due);
            int status = request.applyAsInt(i);
            nanos[i] = System.nanoTime() - due;
            if (status < 200 || status >= 400) {
              failures.incrementAndGet();
            }
          }
        };
    List<Thread> threads = new ArrayList<>();
    for (int i = 0; i < CONNECTIONS; i++) {
      Thread thread = new Thread(worker, "open-loop-" + i);
      thread.start();
      threads.add(thread);
    }
    for (Thread thread : threads) {
      thread.join();
    }
    return new Latencies(nanos, failures.get());
  }

  private static void awaitMoment(long due) {
    for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
      LockSupport.parkNanos(left);
    }
  }
}
