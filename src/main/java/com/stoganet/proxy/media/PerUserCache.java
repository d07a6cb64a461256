package com.stoganet.proxy.media;

import com.github.benmanes.caffeine.cache.Ticker;
import com.stoganet.proxy.config.WaitingPeriod;
import com.stoganet.proxy.shared.Caller;
import com.stoganet.proxy.shared.RefreshingCache;
import com.stoganet.proxy.shared.RefreshingCache.Age;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/** Recent answers that belong to one user each; all devices of the user share them. */
final class PerUserCache<V> {

  /** A user who loses access to an item in Jellyfin loses it here within this time. */
  static final Age ACCESS = Age.atMost(WaitingPeriod.ACCESS.length());

  private static final Duration IDLE = Duration.ofMinutes(15);

  private record Key(String userId, String what) {}

  private final RefreshingCache<Key, V> answers;

  /** With room for this many answers of all users together. */
  PerUserCache(long room) {
    this.answers = new RefreshingCache<>(room, IDLE, Ticker.systemTicker());
  }

  /** The answer to {@code what}; of two devices that want the same one asks for both. */
  CompletableFuture<V> read(
      Caller caller, String what, Age age, Supplier<CompletableFuture<V>> source) {
    return answers.get(new Key(caller.userId(), what), age, source);
  }

  void forget(String userId) {
    answers.invalidate(key -> key.userId().equals(userId));
  }

  void refresh() {
    answers.expire();
  }
}
