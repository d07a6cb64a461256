package com.stoganet.proxy.limits;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.stoganet.proxy.shared.Log;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** Counts how often everybody asks. */
@ApplicationScoped
public class RateLimits {

  private static final Log LOG = Log.of(RateLimits.class);

  /** By then every bucket is full again, so that nothing is forgotten. */
  private static final Duration IDLE = Duration.ofMinutes(5);

  private static final long ROOM = 50_000;

  private final CommonBuckets common;
  private final Cache<Key, Bucket> own =
      Caffeine.newBuilder().maximumSize(ROOM).expireAfterAccess(IDLE).build();

  /** For the proxies of CDI only. */
  protected RateLimits() {
    this(null);
  }

  @Inject
  public RateLimits(CommonBuckets common) {
    this.common = common;
  }

  private record Key(Limit limit, String who) {}

  /** Counts a request of somebody, and says whether it may go on. */
  public Verdict take(Limit limit, String who) {
    return verdict(limit, limit.common() ? inCommon(limit, who) : own(limit, who));
  }

  private ConsumptionProbe inCommon(Limit limit, String who) {
    try {
      return common
          .of(limit, who)
          .map(bucket -> bucket.tryConsumeAndReturnRemaining(1))
          .orElseGet(() -> own(limit, who));
    } catch (RuntimeException e) {
      // Whatever needs the database will say so itself; until then each proxy counts for itself.
      LOG.warn("The common limits cannot be reached: " + e.getClass().getSimpleName());
      return own(limit, who);
    }
  }

  private ConsumptionProbe own(Limit limit, String who) {
    return own.get(
            new Key(limit, who),
            key -> Bucket.builder().addLimit(limit.configuration().getBandwidths()[0]).build())
        .tryConsumeAndReturnRemaining(1);
  }

  private static Verdict verdict(Limit limit, ConsumptionProbe probe) {
    return new Verdict(
        probe.isConsumed(),
        limit.burst(),
        probe.getRemainingTokens(),
        seconds(probe.getNanosToWaitForReset()),
        seconds(probe.getNanosToWaitForRefill()));
  }

  private static int seconds(long nanos) {
    return Math.toIntExact((nanos + TimeUnit.SECONDS.toNanos(1) - 1) / TimeUnit.SECONDS.toNanos(1));
  }

  /**
   * Whether a request may go on.
   *
   * @param burst how many may come at once
   * @param remaining how many may still come now
   * @param resetSeconds until as many as ever may come
   * @param waitSeconds until the next one may come; 0 when it may now
   */
  public record Verdict(
      boolean allowed, int burst, long remaining, int resetSeconds, int waitSeconds) {}
}
