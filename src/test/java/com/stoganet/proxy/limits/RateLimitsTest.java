package com.stoganet.proxy.limits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.bucket4j.ConsumptionProbe;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class RateLimitsTest {

  private long now;
  private Optional<ConsumptionProbe> common = Optional.empty();
  private final RateLimits limits = new RateLimits((limit, key) -> common, () -> now);

  @ParameterizedTest
  @CsvSource({
    "SIGN_IN, 30, 30, 60, 2",
    "POLL, 60, 120, 30, 1",
    "APPROVE, 5, 5, 60, 12",
    "REFRESH, 40, 40, 60, 2",
    "JSON, 400, 1500, 16, 1",
    "PICTURES, 3000, 18000, 10, 1"
  })
  void given_a_limit_when_used_up_then_it_says_so_and_fills_again(
      Limit limit, int burst, int perMinute, int untilFull, int untilNext) {
    assertThat(allowed(limit, burst)).isEqualTo(burst);

    RateLimits.Verdict refused = limits.take(limit, "somebody");

    assertThat(refused).isEqualTo(new RateLimits.Verdict(false, burst, 0, untilFull, untilNext));
    assertThat(limits.take(limit, "somebody else").remaining()).isEqualTo(burst - 1);

    pass(Duration.ofSeconds(untilNext));
    assertThat(limits.take(limit, "somebody").allowed()).isTrue();
    IntStream.range(0, burst).forEach(i -> limits.take(limit, "somebody"));
    int inAnHour = 0;
    for (int minute = 0; minute < 60 * 60 / untilFull * 2; minute++) {
      pass(Duration.ofSeconds(untilFull).dividedBy(2));
      inAnHour += allowed(limit, burst + 1);
    }
    assertThat(inAnHour).isBetween(perMinute * 60 - burst, perMinute * 60 + burst);
  }

  @Test
  void given_one_limit_used_up_when_another_is_asked_then_it_has_its_own() {
    allowed(Limit.SIGN_IN, 31);

    assertThat(limits.take(Limit.POLL, "somebody").remaining()).isEqualTo(59);
  }

  @ParameterizedTest
  @EnumSource(Limit.class)
  void given_a_hundred_thousand_strangers_when_counted_then_memory_stays_bounded(Limit limit) {
    for (int i = 0; i < 100_000; i++) {
      limits.take(limit, "stranger " + i);
    }

    assertThat(limits.size()).isPositive().isLessThanOrEqualTo(20_000);
    pass(limit.untilFull());
    // The cache removes what is over bit by bit.
    await().until(() -> limits.size() == 0);
  }

  @Test
  void given_proxies_that_count_together_when_asked_then_only_browsing_is_counted_here() {
    common = Optional.of(ConsumptionProbe.rejected(0, 1, 1));

    assertThat(Limit.values())
        .filteredOn(limit -> limits.take(limit, "somebody").allowed())
        .containsExactly(Limit.WEBHOOKS, Limit.JSON, Limit.PICTURES);
  }

  @Test
  void given_a_database_that_went_away_when_asked_then_this_proxy_counts_by_itself() {
    common = Optional.of(ConsumptionProbe.rejected(0, 1, 1));
    assertThat(limits.take(Limit.SIGN_IN, "somebody").allowed()).isFalse();

    common = Optional.empty();

    assertThat(allowed(Limit.SIGN_IN, 40)).isEqualTo(30);
  }

  private int allowed(Limit limit, int times) {
    return (int)
        IntStream.range(0, times).filter(i -> limits.take(limit, "somebody").allowed()).count();
  }

  private void pass(Duration time) {
    now += time.toNanos();
  }
}
