package com.stoganet.proxy.availability;

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
public final class Remembered<T> {

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
  private Question running;

  /** What has been put right since the question that is under way. */
  private UnaryOperator<T> corrections = UnaryOperator.identity();

  /** A question that was asked, and when. */
  private record Question(CompletableFuture<Void> answered, long askedAt) {}

  /**
   * What is known.
   *
   * @param value empty when the server has never answered so far
   * @param current whether it can be relied upon
   */
  public record Known<T>(Optional<T> value, boolean current) {}

  Remembered(Supplier<T> question, Executor executor, Ticker ticker) {
    this.question = question;
    this.executor = executor;
    this.ticker = ticker;
  }

  /**
   * What is known; when that is older than {@code fresh}, the server is asked, and its answer
   * waited for until {@code patience} has gone by since it was: of a server that hangs everybody
   * together waits once.
   */
  Known<T> read(Duration fresh, Duration patience) {
    Question asked = askWhenOlderThan(fresh);
    if (asked != null) {
      await(asked.answered(), patience.toNanos() - (ticker.read() - asked.askedAt()));
    }
    return known();
  }

  private synchronized Known<T> known() {
    boolean current = last != null && age() < GRACE.toNanos() + REST * took;
    return new Known<>(Optional.ofNullable(last), current);
  }

  /** Has it asked for again by whoever comes next. */
  synchronized void expire() {
    due = true;
  }

  /** Puts something right that is known better by now. */
  synchronized void correct(UnaryOperator<T> change) {
    if (running != null) {
      // Its answer may be older than this.
      UnaryOperator<T> earlier = corrections;
      corrections = answer -> change.apply(earlier.apply(answer));
      due = true;
    }
    if (last != null) {
      last = change.apply(last);
    }
  }

  private long age() {
    return ticker.read() - answeredAt;
  }

  private synchronized Question askWhenOlderThan(Duration fresh) {
    if (running != null) {
      return running;
    }
    if (last != null && !due && age() < Math.max(fresh.toNanos(), REST * took)) {
      return null;
    }
    due = false;
    long start = ticker.read();
    CompletableFuture<Void> answered =
        CompletableFuture.supplyAsync(question, executor)
            .handle(
                (value, failure) -> {
                  arrived(start, value, failure);
                  return null;
                });
    // It may be over already: then it has cleared what it could not see yet.
    running = answered.isDone() ? null : new Question(answered, start);
    return running;
  }

  private synchronized void arrived(long start, T value, Throwable failure) {
    running = null;
    UnaryOperator<T> missed = corrections;
    corrections = UnaryOperator.identity();
    if (failure == null) {
      T right = missed.apply(value);
      last = right.equals(last) ? last : right;
      answeredAt = start;
      took = ticker.read() - start;
    } else {
      due = true;
      if (!(failure.getCause() instanceof ApiException)) {
        LOG.error("What a server answered could not be taken in", failure);
      }
    }
  }

  private static void await(CompletableFuture<Void> asked, long nanos) {
    if (nanos <= 0) {
      return;
    }
    try {
      asked.get(nanos, TimeUnit.NANOSECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException | TimeoutException e) {
      LOG.debug("A server did not answer in time");
    }
  }
}
