package com.stoganet.proxy.clients.jellyfin;

import com.stoganet.proxy.ops.Dependency;
import com.stoganet.proxy.shared.ApiException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;

/** Tells readiness whether Jellyfin serves. */
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
  public Optional<String> problem() {
    try {
      PublicSystemInfo info = jellyfin.probe();
      return info == null || info.version == null ? Optional.of("is starting") : Optional.empty();
    } catch (ApiException | JellyfinFailure e) {
      return Optional.of("does not answer");
    }
  }
}
