package com.stoganet.proxy.arrivals;

import com.github.benmanes.caffeine.cache.Ticker;
import com.stoganet.proxy.shared.ApiException;
import com.stoganet.proxy.shared.Log;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * What a server said last. It is asked again by whoever finds that too old, once for all who do so
 * at the same time; when it does not answer, what it said stays known, but is not current.
 */
final class Remembered<T> {

  /** A server that is started anew, or hiccups, is not away. */
  static final Duration GRACE = Duration.ofMinutes(2);

  private static final Log LOG = Log.of(Remembered.class);

  /** One reading of a large library takes so long that it is not repeated all the time. */
  private static final int REST = 20;

  private final Supplier<T> question;
  private final Executor executor;
  private final Ticker ticker;
  private T last;
  private boolean due = true;
  private long answeredAt;
  private long took;
  private CompletableFuture<Void> running;

  /**
   * What is known.
   *
   * @param value empty when the server has never answered so far
   * @param current whether it can be relied upon
   */
  record Known<T>(Optional<T> value, boolean current) {}

  Remembered(Supplier<T> question, Executor executor, Ticker ticker) {
    this.question = question;
    this.executor = executor;
    this.ticker = ticker;
  }

  /**
   * What is known; when that is older than {@code fresh}, the server is asked, and its answer
   * waited for as long as {@code patience}.
   */
  Known<T> read(Duration fresh, Duration patience) {
    CompletableFuture<Void> asked = askWhenOlderThan(fresh);
    if (asked != null && !patience.isZero()) {
      await(asked, patience);
    }
    return known();
  }

  private synchronized Known<T> known() {
    boolean current = last != null && age() < GRACE.toNanos();
    return new Known<>(Optional.ofNullable(last), current);
  }

  /** Has it asked for again by whoever comes next. */
  synchronized void expire() {
    due = true;
  }

  /** Puts something right that is known better by now. */
  synchronized void correct(UnaryOperator<T> change) {
    if (last != null) {
      last = change.apply(last);
    }
  }

  private long age() {
    return ticker.read() - answeredAt;
  }

  private synchronized CompletableFuture<Void> askWhenOlderThan(Duration fresh) {
    if (running != null) {
      return running;
    }
    if (last != null && !due && age() < Math.max(fresh.toNanos(), REST * took)) {
      return null;
    }
    due = false;
    long start = ticker.read();
    running =
        CompletableFuture.supplyAsync(question, executor)
            .handle(
                (value, failure) -> {
                  arrived(start, value, failure);
                  return null;
                });
    // It may be over already: then it has cleared what it could not see yet.
    if (running.isDone()) {
      running = null;
    }
    return running;
  }

  private synchronized void arrived(long start, T value, Throwable failure) {
    running = null;
    if (failure == null) {
      last = value.equals(last) ? last : value;
      answeredAt = start;
      took = ticker.read() - start;
    } else {
      due = true;
      if (!(failure.getCause() instanceof ApiException)) {
        LOG.error("What a server answered could not be taken in", failure);
      }
    }
  }

  private static void await(CompletableFuture<Void> asked, Duration patience) {
    try {
      asked.get(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException | TimeoutException e) {
      LOG.debug("A server did not answer in time");
    }
  }
}
