package com.stoganet.proxy.shared;

import com.github.benmanes.caffeine.cache.Ticker;
import com.stoganet.proxy.shared.RefreshingCache.Age;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * The last answer to one question, and the question that is under way: the rules that {@link
 * RefreshingCache} and {@link RefreshingValue} have in common.
 *
 * <p>An outage leaves the last answer as it was. Any other {@link ApiException} is an answer: the
 * last one does not hold any more.
 */
final class RefreshingEntry<V> {

  /** So that a source in trouble is not waited for again and again while an old answer will do. */
  private static final long PAUSE = Duration.ofSeconds(5).toNanos();

  private final Ticker ticker;
  private V last;
  private long askedAt;
  private long pauseUntil;
  private int expirations;
  private int answeredExpirations;
  private Question<V> running;

  /** What was corrected since the running question was asked. */
  private UnaryOperator<V> corrections = UnaryOperator.identity();

  /**
   * A question that was asked.
   *
   * @param expirations how often the answer had expired by then
   */
  record Question<V>(CompletableFuture<V> answer, long askedAt, int expirations) {}

  /** An answer and its age. */
  record Aged<V>(V value, Duration age) {}

  RefreshingEntry(Ticker ticker) {
    this.ticker = ticker;
    this.pauseUntil = ticker.read();
  }

  /** The answer; the last one when {@code age} allows that. */
  CompletableFuture<V> get(Age age, Supplier<CompletableFuture<V>> source) {
    boolean stale;
    boolean spare;
    synchronized (this) {
      stale = isYoungerThan(age.staleWhileRevalidate());
      spare = isYoungerThan(age.staleIfError());
      if (spare && !stale && pauseUntil - ticker.read() > 0) {
        return CompletableFuture.completedFuture(last);
      }
    }
    CompletableFuture<V> asked = ask(age.fresh(), source).answer();
    // Looked at again, since the question may be answered or refused by now.
    Optional<V> known = known().map(Aged::value);
    if (stale && known.isPresent()) {
      return CompletableFuture.completedFuture(known.get());
    }
    if (spare && known.isPresent()) {
      return asked.exceptionallyCompose(
          failure ->
              isOutage(failure)
                  ? CompletableFuture.completedFuture(known.get())
                  : CompletableFuture.failedFuture(failure));
    }
    // A copy: a caller who loses patience must not take the answer from the others.
    return asked.copy();
  }

  /** The running question; a new one if the last answer expired or is not that fresh. */
  Question<V> ask(Duration fresh, Supplier<CompletableFuture<V>> source) {
    Question<V> question;
    synchronized (this) {
      if (answeredExpirations == expirations && isYoungerThan(fresh)) {
        return new Question<>(
            CompletableFuture.completedFuture(last), ticker.read(), answeredExpirations);
      }
      if (running != null) {
        return running;
      }
      question = new Question<>(new CompletableFuture<>(), ticker.read(), expirations);
      running = question;
    }
    // Outside of the lock: some sources answer on this very thread.
    CompletableFuture<?> unused =
        CompletableFuture.completedFuture(source)
            .thenCompose(Supplier::get)
            .handle((value, failure) -> arrived(question, value, failure))
            // No caller gets the answer before it is remembered.
            .whenComplete((value, failure) -> complete(question.answer(), value, failure));
    return question;
  }

  synchronized Optional<Aged<V>> known() {
    return last == null
        ? Optional.empty()
        : Optional.of(new Aged<>(last, Duration.ofNanos(ticker.read() - askedAt)));
  }

  /** Has it asked for again by the next caller, also after an answer that is on its way. */
  synchronized void expire() {
    expirations++;
  }

  /** Changes the last answer, and the one that is on its way: it may be older than the change. */
  synchronized void correct(UnaryOperator<V> change) {
    if (running != null) {
      UnaryOperator<V> earlier = corrections;
      corrections = answer -> change.apply(earlier.apply(answer));
      expirations++;
    }
    if (last != null) {
      last = change.apply(last);
    }
  }

  private boolean isYoungerThan(Duration age) {
    return last != null && ticker.read() - askedAt < age.toNanos();
  }

  private synchronized V arrived(Question<V> question, V value, Throwable failure) {
    running = null;
    UnaryOperator<V> missed = corrections;
    corrections = UnaryOperator.identity();
    if (failure != null) {
      last = isOutage(failure) ? last : null;
      pauseUntil = question.askedAt() + PAUSE;
      throw new CompletionException(cause(failure));
    }
    V corrected = missed.apply(value);
    // The same object as long as nothing changes: it is compared very often.
    last = corrected.equals(last) ? last : corrected;
    askedAt = question.askedAt();
    answeredExpirations = question.expirations();
    return last;
  }

  private static <V> void complete(CompletableFuture<V> answer, V value, Throwable failure) {
    if (failure == null) {
      answer.complete(value);
    } else {
      answer.completeExceptionally(cause(failure));
    }
  }

  private static boolean isOutage(Throwable failure) {
    return !(cause(failure) instanceof ApiException api)
        || api.code() == ErrorCode.BACKEND_UNAVAILABLE;
  }

  static Throwable cause(Throwable failure) {
    return failure instanceof CompletionException && failure.getCause() != null
        ? failure.getCause()
        : failure;
  }
}
