package com.stoganet.proxy.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.stoganet.proxy.shared.ApiException;
import com.stoganet.proxy.shared.ClientAddress;
import com.stoganet.proxy.shared.ErrorCode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LockoutTest {

  private static final String ATTACKER = "203.0.113.66";
  private static final String HOME = "198.51.100.1";
  private static final Familiarity KNOWN_DEVICE = new Familiarity("a-known-device", false);
  private static final Familiarity AT_HOME = new Familiarity(null, true);

  private final MovingClock clock = new MovingClock();
  private final FailuresInMemory failures = new FailuresInMemory();
  private final Lockout lockout = new Lockout(failures, clock);

  @Test
  void given_five_failures_when_one_more_comes_from_there_then_it_has_to_wait_longer_each_time() {
    for (int minutes : List.of(1, 2, 4, 8, 16, 32, 60, 60)) {
      assertThat(failuresUntilLocked("ada", ATTACKER)).isEqualTo(5);
      assertThat(wait("ada", ATTACKER)).isEqualTo(Duration.ofMinutes(minutes));
      clock.pass(Duration.ofMinutes(minutes).minusMillis(1));
      assertThat(wait("ada", ATTACKER)).isEqualTo(Duration.ofSeconds(1));
      clock.pass(Duration.ofMinutes(15));
    }
    clock.pass(Duration.ofDays(1));
    failuresUntilLocked("ada", ATTACKER);
    assertThat(wait("ada", ATTACKER)).isEqualTo(Duration.ofMinutes(1));
  }

  @Test
  void given_a_locked_address_when_the_owner_comes_from_elsewhere_then_they_get_in() {
    failuresUntilLocked("ada", ATTACKER);

    lockout.succeeded(begin("ada", HOME));
    lockout.succeeded(lockout.begin("ada", from(ATTACKER), KNOWN_DEVICE));
    assertThat(wait("ada", ATTACKER)).isPositive();
  }

  @Test
  void given_a_known_device_when_it_fails_five_times_then_it_is_locked_as_well() {
    for (int i = 0; i < 5; i++) {
      lockout.failed(lockout.begin("ada", from(HOME), KNOWN_DEVICE));
    }
    assertThat(
            catchThrowableOfType(
                    ApiException.class, () -> lockout.begin("ada", from(HOME), KNOWN_DEVICE))
                .code())
        .isEqualTo(ErrorCode.ACCOUNT_LOCKED);
    lockout.succeeded(begin("ada", HOME));
  }

  @Test
  void given_many_names_tried_from_one_network_when_it_was_twenty_then_all_names_are_locked() {
    for (int i = 0; i < 20; i++) {
      lockout.failed(begin("name" + i, ATTACKER));
    }
    assertThat(wait("somebody-else", ATTACKER)).isEqualTo(Duration.ofMinutes(1));
    lockout.succeeded(begin("somebody-else", HOME));
  }

  @Test
  void given_one_name_tried_from_everywhere_when_it_was_twenty_then_each_has_one_more_try() {
    for (int i = 0; i < 21; i++) {
      lockout.failed(begin("ada", "203.0.113." + i));
    }
    lockout.failed(begin("ada", ATTACKER));
    assertThat(wait("ada", ATTACKER)).isEqualTo(Duration.ofMinutes(1));

    lockout.succeeded(begin("ada", HOME));
    clock.pass(Duration.ofMinutes(16));
    assertThat(failuresUntilLocked("ada", "192.0.2.1")).isEqualTo(5);
  }

  @Test
  void given_a_network_that_failed_once_when_others_besiege_the_name_then_it_has_no_more_tries() {
    lockout.failed(begin("ada", ATTACKER));
    for (int i = 0; i < 20; i++) {
      lockout.failed(begin("ada", "192.0.2." + i));
    }

    assertThat(wait("ada", ATTACKER)).isEqualTo(Duration.ofMinutes(1));
    lockout.succeeded(begin("bob", ATTACKER));
    lockout.succeeded(begin("ada", HOME));
  }

  @Test
  void given_a_besieged_name_when_a_network_tries_often_at_once_then_one_is_under_way() {
    for (int i = 0; i < 20; i++) {
      lockout.failed(begin("ada", "192.0.2." + i));
    }

    Lockout.Attempt first = begin("ada", ATTACKER);
    assertThat(wait("ada", ATTACKER)).isEqualTo(Duration.ofMinutes(1));
    assertThat(lockout.failed(first)).isTrue();
  }

  @Test
  void given_an_attacker_with_an_account_when_it_signs_in_then_that_does_not_clear_the_network() {
    for (int i = 0; i < 19; i++) {
      lockout.failed(begin("name" + i, ATTACKER));
      lockout.succeeded(begin("mallory", ATTACKER));
    }
    lockout.failed(begin("name", ATTACKER));
    assertThat(wait("mallory", ATTACKER)).isPositive();
  }

  @Test
  void given_failures_when_the_owner_gets_in_then_they_are_forgotten() {
    for (int i = 0; i < 4; i++) {
      lockout.failed(begin("ada", HOME));
    }
    lockout.succeeded(begin("ada", HOME));
    assertThat(failuresUntilLocked("ada", HOME)).isEqualTo(5);
  }

  @Test
  void given_failures_that_are_fifteen_minutes_old_when_it_goes_on_then_they_do_not_count() {
    for (int i = 0; i < 4; i++) {
      lockout.failed(begin("ada", HOME));
    }
    clock.pass(Duration.ofMinutes(15).plusMillis(1));
    assertThat(failuresUntilLocked("ada", HOME)).isEqualTo(5);
  }

  @Test
  void given_a_provider_that_is_away_when_a_hundred_try_then_nobody_is_locked() {
    for (int i = 0; i < 100; i++) {
      lockout.undecided(begin("ada", HOME));
    }
    assertThat(failuresUntilLocked("ada", HOME)).isEqualTo(5);
  }

  @Test
  void given_two_hundred_attempts_at_once_when_none_is_decided_then_five_are_under_way() {
    List<Lockout.Attempt> underWay = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      try {
        underWay.add(begin("ada", ATTACKER));
      } catch (ApiException e) {
        assertThat(e.code()).isEqualTo(ErrorCode.RATE_LIMITED);
      }
    }
    assertThat(underWay).hasSize(5);
    underWay.forEach(lockout::failed);
    assertThat(wait("ada", ATTACKER)).isEqualTo(Duration.ofMinutes(1));
  }

  @ParameterizedTest
  @ValueSource(strings = {"Ada", "ADA", " ada ", "ａｄａ"})
  void given_other_ways_to_write_a_name_when_tried_then_they_count_as_one(String name) {
    failuresUntilLocked("ada", ATTACKER);
    assertThat(wait(name, ATTACKER)).isPositive();
  }

  @Test
  void given_ten_thousand_names_when_a_day_is_over_then_nothing_is_left_of_them() {
    for (int i = 0; i < 10_000; i++) {
      lockout.failed(begin("name" + i, "10.1." + i % 200 + "." + i / 200));
    }
    clock.pass(Duration.ofDays(1).plusMillis(1));
    failures.purge(clock.instant().minus(Lockout.REMEMBERED));
    assertThat(failures.size()).isZero();
  }

  @Test
  void given_a_locked_network_when_it_goes_on_with_ten_thousand_names_then_no_rows_stay() {
    for (int i = 0; i < 20; i++) {
      lockout.failed(begin("name" + i, ATTACKER));
    }
    for (int i = 0; i < 10_000; i++) {
      wait("more" + i, ATTACKER);
    }
    failures.purge(clock.instant().minus(Lockout.REMEMBERED));
    assertThat(failures.size()).isEqualTo(61);
    assertThat(wait("more", ATTACKER)).isPositive();
  }

  /** An outage leaves no trace, and whoever was never wrong is never refused. */
  @Test
  void given_thousands_of_sequences_when_outages_are_left_out_then_the_same_is_refused() {
    for (int seed = 0; seed < 3_000; seed++) {
      Random random = new Random(seed);
      MovingClock time = new MovingClock();
      Lockout all = new Lockout(new FailuresInMemory(), time);
      Lockout failuresOnly = new Lockout(new FailuresInMemory(), time);
      Set<String> wrong = new HashSet<>();
      for (int step = 0; step < 120; step++) {
        String name = "name" + random.nextInt(3);
        String network = "192.0.2." + random.nextInt(12);
        Lockout.Attempt attempt = attempt(all, name, network);
        if (random.nextInt(4) == 0) {
          if (attempt != null) {
            all.undecided(attempt);
          }
        } else {
          Lockout.Attempt twin = attempt(failuresOnly, name, network);
          assertThat(attempt == null).as("seed %d, step %d", seed, step).isEqualTo(twin == null);
          if (attempt == null) {
            assertThat(wrong).as("seed %d, step %d", seed, step).contains(network);
          } else {
            wrong.add(network);
            assertThat(all.failed(attempt)).isEqualTo(failuresOnly.failed(twin));
          }
        }
        time.pass(Duration.ofSeconds(random.nextInt(40)));
      }
    }
  }

  private static Lockout.Attempt attempt(Lockout lockout, String name, String network) {
    try {
      return lockout.begin(name, from(network), Familiarity.NONE);
    } catch (ApiException e) {
      assertThat(e.code()).isEqualTo(ErrorCode.ACCOUNT_LOCKED);
      assertThat(e.retryAfterSeconds()).isBetween(1, 3_600);
      return null;
    }
  }

  /** Whoever is never wrong more than four times in a row at home is never locked out. */
  @RepeatedTest(20)
  void given_a_house_and_many_attackers_when_all_do_as_they_like_then_the_house_gets_in(
      RepetitionInfo run) {
    Random random = new Random(run.getCurrentRepetition());
    int wrongInARow = 0;
    int wrongRecently = 0;
    for (int step = 0; step < 2_000; step++) {
      if (random.nextInt(4) > 0) {
        String attacker = "203.0." + random.nextInt(3) + "." + random.nextInt(100);
        try {
          lockout.failed(begin(random.nextBoolean() ? "ada" : "name" + step, attacker));
        } catch (ApiException e) {
          assertThat(e.retryAfterSeconds()).isBetween(1, 3_600);
        }
      } else {
        // Under siege the house has one try, too: somebody who types well.
        Lockout.Attempt attempt = lockout.begin("bob", from(HOME), AT_HOME);
        if (wrongInARow < 4 && wrongRecently < 18 && random.nextInt(3) == 0) {
          wrongInARow++;
          wrongRecently++;
          lockout.failed(attempt);
        } else {
          wrongInARow = 0;
          lockout.succeeded(attempt);
        }
      }
      Duration time = Duration.ofSeconds(random.nextInt(60));
      clock.pass(time);
      if (step % 60 == 59) {
        clock.pass(Duration.ofMinutes(16));
        wrongInARow = 0;
        wrongRecently = 0;
      }
    }
    lockout.succeeded(lockout.begin("ada", from(HOME), AT_HOME));
  }

  @Test
  void given_one_name_tried_from_ever_new_networks_when_it_was_fifty_then_the_name_is_locked_R38() {
    Instant begin = clock.instant();
    List<Duration> waits = new ArrayList<>();
    int guesses = 0;
    for (int i = 0; i < 20_000; i++) {
      try {
        lockout.failed(begin("ada", "10." + i / 250 + "." + i % 250 + ".1"));
        guesses++;
      } catch (ApiException e) {
        waits.add(Duration.ofSeconds(e.retryAfterSeconds()));
        // Who is at home, or on a known device, gets in all the same.
        lockout.succeeded(lockout.begin("ada", from(ATTACKER), KNOWN_DEVICE));
        lockout.succeeded(lockout.begin("ada", from(HOME), AT_HOME));
        lockout.succeeded(begin("bob", HOME));
        clock.pass(waits.get(waits.size() - 1));
      }
      clock.pass(Duration.ofSeconds(1));
    }
    assertThat(waits.subList(0, 4))
        .containsExactly(
            Duration.ofSeconds(59),
            Duration.ofSeconds(119),
            Duration.ofSeconds(239),
            Duration.ofSeconds(479));
    assertThat(waits).last().isEqualTo(Duration.ofSeconds(3_599));
    Duration time = Duration.between(begin, clock.instant());
    assertThat(guesses).isLessThan((int) (100 + 6 * time.toHours()));
  }

  private int failuresUntilLocked(String name, String network) {
    for (int i = 1; i < 100; i++) {
      if (lockout.failed(begin(name, network))) {
        return i;
      }
    }
    throw new AssertionError("never locked");
  }

  private Duration wait(String name, String network) {
    ApiException refusal = catchThrowableOfType(ApiException.class, () -> begin(name, network));
    assertThat(refusal.code()).isEqualTo(ErrorCode.ACCOUNT_LOCKED);
    return Duration.ofSeconds(refusal.retryAfterSeconds());
  }

  private Lockout.Attempt begin(String name, String network) {
    return lockout.begin(name, from(network), Familiarity.NONE);
  }

  private static ClientOrigin from(String network) {
    return new ClientOrigin(new ClientAddress(network, network), "test");
  }
}
