package com.stoganet.proxy.clients.jellyfin;

import static org.assertj.core.api.Assertions.assertThat;

import com.stoganet.proxy.clients.jellyfin.AuthenticationResult.Schedule;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AccessHoursTest {

  /** 2026-11-28 is a Saturday. */
  @ParameterizedTest
  @CsvSource({
    "Everyday, 8, 20, 2026-11-28T07:59, true, 2026-11-28T08:00",
    "Everyday, 8, 20, 2026-11-28T08:00, false, 2026-11-29T08:00",
    "Everyday, 8, 20, 2026-11-28T20:01, true, 2026-11-29T08:00",
    "Everyday, 15.5, 20, 2026-11-28T15:00, true, 2026-11-28T15:30",
    "Weekday, 8, 20, 2026-11-28T12:00, true, 2026-11-30T08:00",
    "Weekend, 8, 20, 2026-11-28T12:00, false, 2026-11-29T08:00",
    "Friday, 8, 20, 2026-11-28T12:00, true, 2026-12-04T08:00",
    "Saturday, 8, 20, 2026-11-28T21:00, true, 2026-12-05T08:00"
  })
  void given_a_schedule_when_asked_then_it_is_open_or_tells_when_it_opens_R33(
      String day,
      double start,
      double end,
      LocalDateTime now,
      boolean closed,
      LocalDateTime opens) {
    AccessHours hours = AccessHours.of(List.of(schedule(day, start, end)));

    assertThat(hours.closedAt(now)).isEqualTo(closed);
    assertThat(hours.nextAfter(now)).contains(opens);
  }

  @Test
  void given_no_schedule_or_an_odd_one_when_asked_then_nothing_is_closed() {
    LocalDateTime now = LocalDateTime.parse("2026-11-28T12:00");

    assertThat(AccessHours.of(null).closedAt(now)).isFalse();
    assertThat(AccessHours.of(Arrays.asList(null, new Schedule())).closedAt(now)).isFalse();
    assertThat(AccessHours.of(List.of(schedule("Noday", 8, 20))).nextAfter(now)).isEmpty();
  }

  private static Schedule schedule(String day, double start, double end) {
    Schedule schedule = new Schedule();
    schedule.dayOfWeek = day;
    schedule.startHour = start;
    schedule.endHour = end;
    return schedule;
  }
}
