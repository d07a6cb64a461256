package com.stoganet.proxy.limits;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import com.stoganet.proxy.shared.Service;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import jakarta.inject.Inject;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Counts how often each client or user asks. */
@Service
public class RateLimits {

  /** For each limit, so that a flood of one kind does not push out the counts of the others. */
  private static final long ROOM = 20_000;

  private final SharedBuckets common;
  private final TimeMeter time;
  private final Map<Limit, Cache<String, Bucket>> own = new EnumMap<>(Limit.class);

  @Inject
  public RateLimits(SharedBuckets common) {
    this(common, Ticker.systemTicker());
  }

  RateLimits(SharedBuckets common, Ticker ticker) {
    this.common = common;
    this.time = new Time(ticker);
    for (Limit limit : Limit.values()) {
      // After that time the bucket is full again, and as good as a new one.
      own.put(
          limit,
          Caffeine.newBuilder()
              .maximumSize(ROOM)
              .expireAfterAccess(limit.untilFull())
              .ticker(ticker)
              .build());
    }
  }

  /** Counts a request, and says whether it may go on. */
  public Verdict take(Limit limit, String who) {
    Optional<ConsumptionProbe> probe = limit.common() ? common.take(limit, who) : Optional.empty();
    return verdict(limit, probe.orElseGet(() -> own(limit, who)));
  }

  /** How many buckets there are here. */
  long size() {
    own.values().forEach(Cache::cleanUp);
    return own.values().stream().mapToLong(Cache::estimatedSize).sum();
  }

  private ConsumptionProbe own(Limit limit, String who) {
    return own.get(limit).get(who, unused -> full(limit)).tryConsumeAndReturnRemaining(1);
  }

  private Bucket full(Limit limit) {
    return Bucket.builder()
        .addLimit(limit.configuration().getBandwidths()[0])
        .withCustomTimePrecision(time)
        .build();
  }

  private static Verdict verdict(Limit limit, ConsumptionProbe probe) {
    return new Verdict(
        probe.isConsumed(),
        limit.burst(),
        probe.getRemainingTokens(),
        seconds(probe.getNanosToWaitForReset()),
        seconds(probe.getNanosToWaitForRefill()));
  }

  /** Rounded up: who waits so long shall not be turned down again. */
  private static int seconds(long nanos) {
    return Math.toIntExact((nanos + TimeUnit.SECONDS.toNanos(1) - 1) / TimeUnit.SECONDS.toNanos(1));
  }

  /** The clock of the caches for the buckets, so that both agree. */
  private record Time(Ticker ticker) implements TimeMeter {

    @Override
    public long currentTimeNanos() {
      return ticker.read();
    }

    @Override
    public boolean isWallClockBased() {
      return false;
    }
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
