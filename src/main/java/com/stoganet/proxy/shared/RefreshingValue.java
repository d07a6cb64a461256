package com.stoganet.proxy.shared;

import com.github.benmanes.caffeine.cache.Ticker;
import com.stoganet.proxy.shared.RefreshingCache.Age;
import com.stoganet.proxy.shared.RefreshingEntry.Aged;
import com.stoganet.proxy.shared.RefreshingEntry.Question;
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
 * A {@link RefreshingCache} of one answer that is the same for all callers.
 *
 * <p>A caller may also say how long to wait, and take what is known after that.
 */
public final class RefreshingValue<V> {

  /** A source that restarts or fails once is not away. */
  private static final Duration GRACE = Duration.ofMinutes(2);

  /** A slow question is not repeated before 20 times its duration has passed. */
  private static final int REST = 20;

  private static final Log LOG = Log.of(RefreshingValue.class);

  private final RefreshingEntry<V> entry;
  private final Supplier<V> question;
  private final Executor executor;
  private final Ticker ticker;
  private volatile Duration rest = Duration.ZERO;

  /**
   * The last answer.
   *
   * @param value empty when the source has never answered
   * @param current whether it is recent enough to rely on
   */
  public record Snapshot<V>(Optional<V> value, boolean current) {}

  /**
   * A value that is not asked for before it is read.
   *
   * @param executor where the question is asked
   * @param ticker {@link Ticker#systemTicker()}, except in tests
   */
  public RefreshingValue(Supplier<V> question, Executor executor, Ticker ticker) {
    this.entry = new RefreshingEntry<>(ticker);
    this.question = question;
    this.executor = executor;
    this.ticker = ticker;
  }

  /** The answer, as {@link RefreshingCache#get} gives it. */
  public CompletableFuture<V> get(Age age) {
    return entry.get(age, this::ask);
  }

  /**
   * What is known; when that is not so fresh, the source is asked, and its answer waited for until
   * {@code patience} has passed since it was asked: for a source that hangs, all callers together
   * wait once. A failure is never thrown.
   */
  public Snapshot<V> read(Duration fresh, Duration patience) {
    Duration needed = fresh.compareTo(rest) < 0 ? rest : fresh;
    Question<V> asked = entry.ask(needed, this::ask);
    await(asked.answer(), patience.toNanos() - (ticker.read() - asked.askedAt()));
    Optional<Aged<V>> known = entry.known();
    return new Snapshot<>(
        known.map(Aged::value),
        known.filter(last -> last.age().compareTo(GRACE.plus(rest)) < 0).isPresent());
  }

  /** Has it asked for again by the next caller. */
  public void expire() {
    entry.expire();
  }

  /** Changes the answer, since something is known better by now. */
  public void correct(UnaryOperator<V> change) {
    entry.correct(change);
  }

  private CompletableFuture<V> ask() {
    return CompletableFuture.supplyAsync(this::measured, executor);
  }

  private V measured() {
    long start = ticker.read();
    try {
      V answer = question.get();
      rest = Duration.ofNanos(REST * (ticker.read() - start));
      return answer;
    } catch (ApiException e) {
      throw e;
    } catch (RuntimeException e) {
      // The callers of read would never hear of it.
      LOG.error("What a server answered could not be understood", e);
      throw e;
    }
  }

  private static void await(CompletableFuture<?> answer, long nanos) {
    if (nanos <= 0) {
      return;
    }
    try {
      answer.get(nanos, TimeUnit.NANOSECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException | TimeoutException e) {
      LOG.debug("A server did not answer in time");
    }
  }
}
