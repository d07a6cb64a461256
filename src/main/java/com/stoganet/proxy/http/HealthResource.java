package com.stoganet.proxy.http;

import com.stoganet.proxy.api.HealthApi;
import com.stoganet.proxy.api.model.Health;
import com.stoganet.proxy.api.model.HealthStatus;
import jakarta.enterprise.context.ApplicationScoped;

/** {@code /healthz}: the process answers; nothing else is looked at. */
@ApplicationScoped
public class HealthResource implements HealthApi {

  @Override
  public Health getHealthz() {
    return new Health().status(HealthStatus.OK);
  }
}
