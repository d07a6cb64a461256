package com.stoganet.proxy.health;

import com.stoganet.proxy.shared.Service;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Startup;

/** Alive and started as soon as the application answers; restarting would not help more. */
@Service
@org.eclipse.microprofile.health.Liveness
@Startup
public class Liveness implements HealthCheck {

  @Override
  public HealthCheckResponse call() {
    return HealthCheckResponse.up("stoganet");
  }
}
