package com.stoganet.proxy.shared;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * Remembers recent answers, and asks once for all who want the same at the same time.
 *
 * <p>A failure reaches everybody who waits for it and is forgotten at once.
 */
public final class RecentAnswers<K, V> {

  /**
   * How old an answer may be.
   *
   * @param fresh younger than this, nobody is asked
   * @param usable younger than this, it is still given while somebody is asked in the background
   */
  public record Age(Duration fresh, Duration usable) {

    /** Older than this, whoever asks waits for a new answer. */
    public static Age atMost(Duration fresh) {
      return new Age(fresh, fresh);
    }
  }

  private final Cache<K, Slot> slots;
  private final Ticker ticker;

  /**
   * With room for this many answers; one that nobody asked for in {@code idle} is dropped.
   *
   * @param ticker {@link Ticker#systemTicker()}, except in tests
   */
  public RecentAnswers(long room, Duration idle, Ticker ticker) {
    this.slots =
        Caffeine.newBuilder().maximumSize(room).expireAfterAccess(idle).ticker(ticker).build();
    this.ticker = ticker;
  }

  /** The answer for the key; {@code source} is asked only when nobody else is asking already. */
  public CompletableFuture<V> read(K key, Age age, Supplier<CompletableFuture<V>> source) {
    return slots.get(key, unused -> new Slot()).read(age, source);
  }

  /** Has these asked for again; what is on its way is given to those who wait, but not kept. */
  public void forget(Predicate<K> which) {
    slots.asMap().keySet().removeIf(which);
  }

  /** Has all of them asked for again, in the background where their age allows. */
  public void refresh() {
    slots.asMap().values().forEach(Slot::age);
  }

  /** Waits for an answer; its failure is thrown as it was. */
  public static <V> V await(CompletableFuture<V> answer) {
    try {
      return answer.join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw e;
    }
  }

  private static boolean isOutage(Throwable failure) {
    Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
    return !(cause instanceof ApiException api) || api.code() == ErrorCode.BACKEND_UNAVAILABLE;
  }

  /** What is known for one key. */
  private final class Slot {
    private V answer;
    private long askedAt;
    private boolean aged;
    private CompletableFuture<V> running;

    synchronized void age() {
      aged = true;
    }

    synchronized CompletableFuture<V> read(Age age, Supplier<CompletableFuture<V>> source) {
      long old = ticker.read() - askedAt;
      if (answer != null && !aged && old < age.fresh().toNanos()) {
        return CompletableFuture.completedFuture(answer);
      }
      CompletableFuture<V> asked = running == null ? ask(source) : running;
      if (answer != null && old < age.usable().toNanos()) {
        return CompletableFuture.completedFuture(answer);
      }
      // A copy: one who loses patience must not take the answer from the others.
      return asked.copy();
    }

    private CompletableFuture<V> ask(Supplier<CompletableFuture<V>> source) {
      long now = ticker.read();
      aged = false;
      // Nobody gets the answer before it is remembered here.
      CompletableFuture<V> asked =
          source.get().whenComplete((value, failure) -> arrived(now, value, failure));
      // It may be over already: then it has cleared what it could not see yet.
      running = asked.isDone() ? null : asked;
      return asked;
    }

    private synchronized void arrived(long now, V value, Throwable failure) {
      running = null;
      if (failure != null) {
        // An outage leaves the last answer as good as it was, a refusal does not.
        answer = isOutage(failure) ? answer : null;
      } else {
        // The same object as long as nothing changes: it is compared very often.
        answer = value.equals(answer) ? answer : value;
        askedAt = now;
      }
    }
  }
}
