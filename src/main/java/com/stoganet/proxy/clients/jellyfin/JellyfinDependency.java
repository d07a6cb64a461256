package com.stoganet.proxy.clients.jellyfin;

import com.stoganet.proxy.health.Dependency;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Optional;

/** Tells readiness whether Jellyfin serves, and which version it is. */
@ApplicationScoped
public class JellyfinDependency implements Dependency {

  private final JellyfinConnection jellyfin;

  /** For the proxies of CDI only. */
  protected JellyfinDependency() {
    this(null);
  }

  @Inject
  public JellyfinDependency(JellyfinConnection jellyfin) {
    this.jellyfin = jellyfin;
  }

  @Override
  public String name() {
    return "jellyfin";
  }

  /** Jellyfin 12: while it starts it may answer 200, but in other letters and without a version. */
  @Override
  public Condition condition() {
    try {
      return Optional.ofNullable(jellyfin.probe())
          .flatMap(info -> Optional.ofNullable(info.version))
          .map(version -> Condition.ok(Map.of("jellyfin_version", version)))
          .orElse(Condition.problem(JellyfinOutage.Reason.STARTING.text()));
    } catch (JellyfinOutage outage) {
      return Condition.problem(outage.reason().text());
    } catch (JellyfinFailure failure) {
      return Condition.problem(JellyfinOutage.Reason.NONSENSE.text());
    }
  }
}
