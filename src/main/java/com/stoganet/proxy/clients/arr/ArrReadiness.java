package com.stoganet.proxy.clients.arr;

import com.github.benmanes.caffeine.cache.Ticker;
import com.stoganet.proxy.ops.Dependency.Condition;
import com.stoganet.proxy.ops.OptionalDependencies;
import com.stoganet.proxy.shared.Background;
import com.stoganet.proxy.shared.RecentAnswers;
import com.stoganet.proxy.shared.RecentAnswers.Age;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

/**
 * Tells readiness how each Radarr and Sonarr is, and which version; all of them are asked at once.
 */
@ApplicationScoped
public class ArrReadiness implements OptionalDependencies {

  private static final Duration PATIENCE = Duration.ofSeconds(2);
  private static final Age AGE = Age.atMost(Duration.ofSeconds(15));
  private static final long ROOM = 100;

  private final ConfiguredArrs arrs;
  private final Executor threads;
  private final RecentAnswers<String, Condition> recent;

  /** For the proxies of CDI only. */
  protected ArrReadiness() {
    this(null, null, Ticker.systemTicker());
  }

  @Inject
  public ArrReadiness(ConfiguredArrs arrs, Background background) {
    this(arrs, background, Ticker.systemTicker());
  }

  ArrReadiness(ConfiguredArrs arrs, Executor threads, Ticker ticker) {
    this.arrs = arrs;
    this.threads = threads;
    this.recent = new RecentAnswers<>(ROOM, Duration.ofMinutes(10), ticker);
  }

  @Override
  public Map<String, Condition> conditions() {
    Map<String, CompletableFuture<Condition>> asked = new LinkedHashMap<>();
    arrs.servers().forEach(server -> asked.put(server.name(), condition(server)));
    Map<String, Condition> conditions = new LinkedHashMap<>();
    asked.forEach((name, condition) -> conditions.put(name, condition.join()));
    return conditions;
  }

  /** A server that takes too long is asked on, and may be well the next time. */
  private CompletableFuture<Condition> condition(Servarr server) {
    Condition silence = Condition.problem(ArrOutage.Reason.UNREACHABLE.text());
    return recent
        .read(server.name(), AGE, () -> CompletableFuture.supplyAsync(server::condition, threads))
        .copy()
        .completeOnTimeout(silence, PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
  }
}
