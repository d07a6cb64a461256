package com.stoganet.proxy.clients.jellyfin;

import com.stoganet.proxy.clients.backend.BackendUnavailableException;
import com.stoganet.proxy.clients.backend.OutageReason;
import com.stoganet.proxy.health.Dependency;
import com.stoganet.proxy.shared.Service;
import jakarta.inject.Inject;
import java.util.Map;

/** Reports to readiness whether Jellyfin works, and its version. */
@Service
public class JellyfinDependency implements Dependency {

  private final JellyfinConnection jellyfin;

  @Inject
  public JellyfinDependency(JellyfinConnection jellyfin) {
    this.jellyfin = jellyfin;
  }

  @Override
  public String name() {
    return "jellyfin";
  }

  @Override
  public Condition condition() {
    try {
      return jellyfin
          .version()
          .map(version -> Condition.ok(Map.of("jellyfin_version", version)))
          .orElse(Condition.problem(OutageReason.STARTING.text()));
    } catch (BackendUnavailableException outage) {
      return Condition.problem(outage.problem());
    }
  }
}
