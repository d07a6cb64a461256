package com.stoganet.proxy.limits;

import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.BucketConfiguration;
import java.time.Duration;

/**
 * How often a client may ask for what.
 *
 * <p>Bytes of videos are not limited: a player that is refused in the middle of a film gives up.
 */
public enum Limit {
  /** Beginning to sign in, from one network. */
  SIGN_IN(30, 30, Duration.ofMinutes(1), true),
  /** Asking whether a code was approved, from one network: several televisions at a time. */
  POLL(60, 2, Duration.ofSeconds(1), true),
  /** Approving a code, for one user: there are only a million of them. */
  APPROVE(5, 5, Duration.ofMinutes(1), true),
  /** Refreshing, for one sign-in: many tabs at a time. */
  REFRESH(40, 40, Duration.ofMinutes(1), true),
  /** Notifications of Radarr and Sonarr, from one network: a whole season is imported at a time. */
  WEBHOOKS(120, 2, Duration.ofSeconds(1), false),
  /** Everything else, for one sign-in: a home screen with a hundred cards, and more. */
  JSON(400, 25, Duration.ofSeconds(1), false),
  /** Pictures, for one network: a wall of posters on every screen of a house. */
  PICTURES(3_000, 300, Duration.ofSeconds(1), false);

  private final int burst;
  private final BucketConfiguration configuration;
  private final Duration untilFull;
  private final boolean common;

  Limit(int burst, int refill, Duration period, boolean common) {
    this.burst = burst;
    this.configuration =
        BucketConfiguration.builder()
            .addLimit(Bandwidth.builder().capacity(burst).refillGreedy(refill, period).build())
            .build();
    this.untilFull = period.multipliedBy(burst).dividedBy(refill);
    this.common = common;
  }

  /** How many requests may come at once. */
  public int burst() {
    return burst;
  }

  /** The Bucket4j configuration: burst and refill. */
  public BucketConfiguration configuration() {
    return configuration;
  }

  /** How long it takes from none to {@link #burst()}. */
  Duration untilFull() {
    return untilFull;
  }

  /**
   * Whether all proxies on one database count together.
   *
   * <p>That costs a little work in the database each time: not worth it for browsing.
   */
  boolean common() {
    return common;
  }
}
