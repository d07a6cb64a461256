package com.stoganet.proxy.shared;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * Keeps recent answers by key, and asks for a new one once for all who want it at the same time.
 *
 * <p>Caffeine bounds the entries. Its own refreshing cannot be used: that asks with the key alone,
 * while here each caller asks with a token of their own.
 */
public final class RefreshingCache<K, V> {

  /**
   * How old an answer may be; the words are those of RFC 5861.
   *
   * @param fresh younger than this, it is given without asking again
   * @param staleWhileRevalidate younger than this, it is given while a new one is asked for
   * @param staleIfError younger than this, it is given when the source cannot answer
   */
  public record Age(Duration fresh, Duration staleWhileRevalidate, Duration staleIfError) {

    /** Given at once up to the second age, and never when it is older. */
    public Age(Duration fresh, Duration staleWhileRevalidate) {
      this(fresh, staleWhileRevalidate, staleWhileRevalidate);
    }

    /** Never given when it is older than this. */
    public static Age atMost(Duration fresh) {
      return new Age(fresh, fresh);
    }
  }

  private final Cache<K, RefreshingEntry<V>> entries;
  private final Ticker ticker;

  /**
   * A cache for at most {@code size} answers.
   *
   * @param idle an answer that was not asked for in this time is dropped
   * @param ticker {@link Ticker#systemTicker()}, except in tests
   */
  public RefreshingCache(long size, Duration idle, Ticker ticker) {
    this.entries =
        Caffeine.newBuilder().maximumSize(size).expireAfterAccess(idle).ticker(ticker).build();
    this.ticker = ticker;
  }

  /**
   * The answer for the key; {@code source} is asked only when no other caller is asking already.
   *
   * <p>A failure reaches all who wait for it and is not kept. If Jellyfin has ended the session of
   * the one who asked, those who only waited ask for themselves.
   */
  public CompletableFuture<V> get(K key, Age age, Supplier<CompletableFuture<V>> source) {
    AtomicBoolean ownQuestion = new AtomicBoolean();
    return entries
        .get(key, unused -> new RefreshingEntry<>(ticker))
        .get(
            age,
            () -> {
              ownQuestion.set(true);
              return source.get();
            })
        .exceptionallyCompose(
            failure ->
                ownQuestion.get() || !sessionEnded(failure)
                    ? CompletableFuture.failedFuture(failure)
                    : get(key, age, source));
  }

  /** Drops answers; one that is on its way is given to those who wait for it, but not kept. */
  public void invalidate(Predicate<K> which) {
    entries.asMap().keySet().removeIf(which);
  }

  /** Has all answers asked for again, in the background where their age allows. */
  public void expire() {
    entries.asMap().values().forEach(RefreshingEntry::expire);
  }

  private static boolean sessionEnded(Throwable failure) {
    return RefreshingEntry.cause(failure) instanceof ApiException api
        && api.code() == ErrorCode.JELLYFIN_SESSION_EXPIRED;
  }
}
