package com.stoganet.proxy.http;

import com.stoganet.proxy.api.HealthApi;
import com.stoganet.proxy.api.model.Health;
import com.stoganet.proxy.api.model.HealthStatus;
import com.stoganet.proxy.shared.Service;

/** {@code /healthz}: whether the process answers; it checks nothing else. */
@Service
public class HealthResource implements HealthApi {

  @Override
  public Health getHealthz() {
    return new Health().status(HealthStatus.OK);
  }
}
