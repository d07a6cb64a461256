package com.stoganet.proxy.limits;

import io.github.bucket4j.ConsumptionProbe;
import java.util.Optional;

/** Port: buckets that several proxies share. */
public interface SharedBuckets {

  /** Takes one; empty when there is only this proxy, or the others cannot be reached. */
  Optional<ConsumptionProbe> take(Limit limit, String who);
}
