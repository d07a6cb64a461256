package com.stoganet.proxy.clients.jellyfin;

import com.stoganet.proxy.clients.backend.BackendUnavailableException;
import com.stoganet.proxy.health.Dependency;
import com.stoganet.proxy.shared.ApiException;
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
      return Condition.ok(Map.of("jellyfin_version", jellyfin.version().orElse("")));
    } catch (BackendUnavailableException outage) {
      return Condition.problem(outage.problem());
    } catch (ApiException e) {
      return Condition.problem("cannot be told from another server without the database");
    }
  }
}
