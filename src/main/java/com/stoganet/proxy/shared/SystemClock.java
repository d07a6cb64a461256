package com.stoganet.proxy.shared;

import jakarta.enterprise.inject.Produces;
import java.time.Clock;

/** The one place that knows what time it is. */
@Service
public class SystemClock {

  @Produces
  Clock clock() {
    return Clock.systemUTC();
  }
}
