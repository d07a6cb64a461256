package com.stoganet.proxy.health;

import com.github.benmanes.caffeine.cache.Ticker;
import com.stoganet.proxy.health.Dependency.Condition;
import com.stoganet.proxy.shared.RefreshingCache;
import com.stoganet.proxy.shared.RefreshingCache.Age;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Asks servers how they are as {@link OptionalDependencies} promises it: each at most every 15
 * seconds, and waited for two seconds at most. One that takes longer is asked on, and may be well
 * the next time.
 */
public final class Probes {

  private static final Condition SILENCE = Condition.problem("does not answer");
  private static final Duration PATIENCE = Duration.ofSeconds(2);
  private static final Age AGE = Age.atMost(Duration.ofSeconds(15));
  private static final Duration IDLE = Duration.ofHours(1);
  private static final long ROOM = 100;

  private final Executor threads;
  private final RefreshingCache<String, Condition> recent;

  /** {@code ticker} is the system's, except in tests. */
  public Probes(Executor threads, Ticker ticker) {
    this.threads = threads;
    this.recent = new RefreshingCache<>(ROOM, IDLE, ticker);
  }

  /** How the server of this name is, before long. */
  public CompletableFuture<Condition> condition(String name, Supplier<Condition> question) {
    return recent
        .get(name, AGE, () -> CompletableFuture.supplyAsync(question, threads))
        .completeOnTimeout(SILENCE, PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
  }
}
