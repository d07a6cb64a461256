package com.stoganet.proxy.limits;

import io.github.bucket4j.Bucket;
import java.util.Optional;

/** Port: where buckets are that several proxies share. */
public interface CommonBuckets {

  /** The bucket of somebody; empty when there is only this proxy. */
  Optional<Bucket> of(Limit limit, String who);
}
