package com.stoganet.proxy.auth;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class FailureTimingEqualizerTest {

  private final FailureTimingEqualizer equalizer = new FailureTimingEqualizer();

  @Test
  void given_passwords_that_are_checked_slowly_when_refusing_then_it_takes_longer_than_that() {
    assertThat(equalizer.minimum()).isEqualTo(Duration.ofMillis(400));
    equalizer.record(Duration.ofMillis(800));
    assertThat(equalizer.minimum()).isEqualTo(Duration.ofSeconds(1));
    equalizer.record(Duration.ofMinutes(1));
    assertThat(equalizer.minimum()).isEqualTo(Duration.ofSeconds(3));
  }

  @Test
  void given_one_check_that_was_slow_when_many_are_fast_then_it_is_forgotten() {
    equalizer.record(Duration.ofSeconds(2));
    for (int i = 0; i < 50; i++) {
      equalizer.record(Duration.ofMillis(5));
    }
    assertThat(equalizer.minimum()).isEqualTo(Duration.ofMillis(400));
  }

  @Test
  void given_a_refusal_when_held_back_then_it_comes_no_sooner() {
    long start = System.nanoTime();

    equalizer.delay(start);

    assertThat(System.nanoTime() - start).isGreaterThanOrEqualTo(equalizer.minimum().toNanos());
  }
}
