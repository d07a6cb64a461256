package com.stoganet.proxy.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WaitingPeriodTest {

  /** What README.md and the ADRs promise; tests against a server run with shorter ones. */
  @ParameterizedTest
  @CsvSource({
    "CATALOGUE_REFRESH, 30",
    "CATALOGUE_PAUSE, 5",
    "ACCESS, 60",
    "ARR_QUEUE, 10",
    "REQUEST_ROUND, 5",
    "REQUEST_RETRY, 5",
    "PLAYER_SILENCE, 45",
    "PLAYER_ROUND, 10",
    "HEARTBEAT, 15"
  })
  void given_no_setting_when_read_then_it_is_the_usual_length(WaitingPeriod period, int seconds) {
    assertThat(period.length()).isEqualTo(Duration.ofSeconds(seconds));
  }

  @Test
  void given_a_setting_when_read_then_it_counts_in_milliseconds() {
    SettingReader reader = reader("250");

    assertThat(WaitingPeriod.HEARTBEAT.length(reader)).isEqualTo(Duration.ofMillis(250));
    assertThat(reader.problems()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "-1", "1s", "1000000"})
  void given_nonsense_when_checked_then_it_is_named(String value) {
    SettingReader reader = reader(value);

    WaitingPeriod.check(reader);

    assertThat(reader.problems())
        .extracting(SettingProblem::name)
        .containsExactly("INTERNAL_HEARTBEAT_MILLIS");
  }

  private static SettingReader reader(String heartbeat) {
    Map<String, String> settings = Map.of("INTERNAL_HEARTBEAT_MILLIS", heartbeat);
    return new SettingReader(name -> Optional.ofNullable(settings.get(name)));
  }
}
