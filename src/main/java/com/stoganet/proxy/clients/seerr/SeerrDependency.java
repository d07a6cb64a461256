package com.stoganet.proxy.clients.seerr;

import com.github.benmanes.caffeine.cache.Ticker;
import com.stoganet.proxy.clients.backend.BackendUnavailableException;
import com.stoganet.proxy.health.Dependency.Condition;
import com.stoganet.proxy.health.OptionalDependencies;
import com.stoganet.proxy.health.Probes;
import com.stoganet.proxy.shared.Background;
import com.stoganet.proxy.shared.Service;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.concurrent.Executor;

/** Reports to readiness whether Seerr works, and its version. */
@Service
public class SeerrDependency implements OptionalDependencies {

  private static final String NAME = "seerr";

  private final SeerrConnection seerr;
  private final Probes probes;

  @Inject
  public SeerrDependency(SeerrConnection seerr, Background background) {
    this(seerr, background, Ticker.systemTicker());
  }

  SeerrDependency(SeerrConnection seerr, Executor background, Ticker ticker) {
    this.seerr = seerr;
    this.probes = new Probes(background, ticker);
  }

  @Override
  public Map<String, Condition> conditions() {
    return seerr.configured() ? Map.of(NAME, probes.condition(NAME, this::asked).join()) : Map.of();
  }

  /**
   * Asks twice: Seerr reports its version without an API key, but lists users only with a valid
   * one.
   */
  private Condition asked() {
    try {
      SeerrStatus status = seerr.probe(SeerrApi::status);
      SeerrUsers users = seerr.probe(api -> api.users(1, 0));
      if (status.version == null || users.results == null) {
        throw seerr.nonsense();
      }
      return Condition.ok(Map.of("seerr_version", status.version));
    } catch (BackendUnavailableException outage) {
      return Condition.problem(outage.problem());
    }
  }
}
