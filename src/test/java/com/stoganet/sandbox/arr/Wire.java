package com.stoganet.sandbox.arr;

import com.stoganet.sandbox.Dto;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** How values are written: dates in UTC, time spans as .NET does. */
final class Wire {
  /** What stands for "never" where .NET has no null. */
  static final String NEVER = "0001-01-01T00:00:00Z";

  private Wire() {}

  static String date(Instant instant) {
    return instant == null ? null : instant.truncatedTo(ChronoUnit.SECONDS).toString();
  }

  static String date(LocalDate day) {
    return day == null ? null : date(day.atStartOfDay(ZoneOffset.UTC).toInstant());
  }

  /** .NET: {@code [d.]hh:mm:ss}. */
  static String span(Duration time) {
    if (time == null) {
      return null;
    }
    String clock =
        String.format(
            "%02d:%02d:%02d", time.toHoursPart(), time.toMinutesPart(), time.toSecondsPart());
    return time.toDays() == 0 ? clock : time.toDays() + "." + clock;
  }

  static List<Dto> languages() {
    return List.of(english());
  }

  static Dto english() {
    return new Dto().put("id", 1).put("name", "English");
  }
}
