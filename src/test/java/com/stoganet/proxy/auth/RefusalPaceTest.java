package com.stoganet.proxy.auth;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class RefusalPaceTest {

  private final RefusalPace pace = new RefusalPace();

  @Test
  void given_passwords_that_are_checked_slowly_when_refusing_then_it_takes_longer_than_that() {
    assertThat(pace.least()).isEqualTo(Duration.ofMillis(400));
    pace.learn(Duration.ofMillis(800));
    assertThat(pace.least()).isEqualTo(Duration.ofSeconds(1));
    pace.learn(Duration.ofMinutes(1));
    assertThat(pace.least()).isEqualTo(Duration.ofSeconds(3));
  }

  @Test
  void given_one_check_that_was_slow_when_many_are_fast_then_it_is_forgotten() {
    pace.learn(Duration.ofSeconds(2));
    for (int i = 0; i < 50; i++) {
      pace.learn(Duration.ofMillis(5));
    }
    assertThat(pace.least()).isEqualTo(Duration.ofMillis(400));
  }

  @Test
  void given_a_refusal_when_held_back_then_it_comes_no_sooner() {
    long start = System.nanoTime();

    pace.holdBack(start);

    assertThat(System.nanoTime() - start).isGreaterThanOrEqualTo(pace.least().toNanos());
  }
}
