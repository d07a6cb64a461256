package com.stoganet.proxy.health;

import com.stoganet.proxy.config.SettingProblem;
import com.stoganet.proxy.config.Settings;
import com.stoganet.proxy.shared.Service;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;

/**
 * Ready: the settings are right and everything the proxy needs answers, each told apart; what it
 * only uses is shown, too, but does not take the proxy out of service.
 */
@Service
@org.eclipse.microprofile.health.Readiness
public class Readiness implements HealthCheck {

  private final Settings settings;
  private final Instance<Dependency> dependencies;
  private final Instance<OptionalDependencies> others;

  @Inject
  public Readiness(
      Settings settings,
      @Any Instance<Dependency> dependencies,
      @Any Instance<OptionalDependencies> others) {
    this.settings = settings;
    this.dependencies = dependencies;
    this.others = others;
  }

  @Override
  public HealthCheckResponse call() {
    HealthCheckResponseBuilder response = HealthCheckResponse.named("stoganet").up();
    if (!settings.complete()) {
      settings.problems().stream()
          .map(SettingProblem::name)
          .distinct()
          .forEach(name -> response.withData(name, "wrong"));
      return response.down().build();
    }
    for (Dependency dependency : dependencies) {
      Dependency.Condition condition = dependency.condition();
      show(dependency.name(), condition, response);
      if (!condition.serving()) {
        response.down();
      }
    }
    for (OptionalDependencies some : others) {
      some.conditions().forEach((name, condition) -> show(name, condition, response));
    }
    return response.build();
  }

  private static void show(
      String name, Dependency.Condition condition, HealthCheckResponseBuilder response) {
    response.withData(name, condition.problem().orElse("ok"));
    condition.facts().forEach(response::withData);
  }
}
