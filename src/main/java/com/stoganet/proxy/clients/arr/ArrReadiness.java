package com.stoganet.proxy.clients.arr;

import com.github.benmanes.caffeine.cache.Ticker;
import com.stoganet.proxy.health.Dependency.Condition;
import com.stoganet.proxy.health.OptionalDependencies;
import com.stoganet.proxy.health.Probes;
import com.stoganet.proxy.shared.Background;
import com.stoganet.proxy.shared.Service;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

/**
 * Reports the condition and version of each Radarr and Sonarr to readiness; asks all of them at
 * once.
 */
@Service
public class ArrReadiness implements OptionalDependencies {

  private final ConfiguredArrs arrs;
  private final Probes probes;

  @Inject
  public ArrReadiness(ConfiguredArrs arrs, Background background) {
    this(arrs, background, Ticker.systemTicker());
  }

  ArrReadiness(ConfiguredArrs arrs, Executor threads, Ticker ticker) {
    this.arrs = arrs;
    this.probes = new Probes(threads, ticker);
  }

  @Override
  public Map<String, Condition> conditions() {
    Map<String, CompletableFuture<Condition>> asked = new LinkedHashMap<>();
    arrs.servers()
        .forEach(
            server -> asked.put(server.name(), probes.condition(server.name(), server::condition)));
    Map<String, Condition> conditions = new LinkedHashMap<>();
    asked.forEach((name, condition) -> conditions.put(name, condition.join()));
    return conditions;
  }
}
