package com.stoganet.proxy.clients.arr;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads dates and spans of time as .NET writes them. */
final class ArrDates {

  /** The constant format of a TimeSpan, {@code [d.]hh:mm:ss[.fffffff]}. */
  private static final Pattern SPAN =
      Pattern.compile("(?:([0-9]{1,8})\\.)?([0-9]{1,2}):([0-9]{2}):([0-9]{2})(?:\\.([0-9]{1,7}))?");

  private static final int TICK_DIGITS = 7;
  private static final int NANOS_PER_TICK = 100;

  private ArrDates() {}

  /** Empty for null, for text that is no date, and for the year 1, which .NET writes for never. */
  static Optional<Instant> instant(String text) {
    return parse(text).map(OffsetDateTime::toInstant);
  }

  static Optional<LocalDate> day(String text) {
    return parse(text).map(OffsetDateTime::toLocalDate);
  }

  /** Empty for null, for text that is no span of time, and for negative spans. */
  static Optional<Duration> span(String text) {
    Matcher span = SPAN.matcher(text == null ? "" : text);
    if (!span.matches()) {
      return Optional.empty();
    }
    String ticks = span.group(5) == null ? "0" : span.group(5);
    String padded = ticks + "0".repeat(TICK_DIGITS - ticks.length());
    return Optional.of(
        Duration.ofDays(span.group(1) == null ? 0 : Long.parseLong(span.group(1)))
            .plusHours(Long.parseLong(span.group(2)))
            .plusMinutes(Long.parseLong(span.group(3)))
            .plusSeconds(Long.parseLong(span.group(4)))
            .plusNanos(Long.parseLong(padded) * NANOS_PER_TICK));
  }

  private static Optional<OffsetDateTime> parse(String text) {
    if (text == null || text.isBlank()) {
      return Optional.empty();
    }
    try {
      OffsetDateTime date =
          text.indexOf('T') < 0
              ? LocalDate.parse(text).atStartOfDay().atOffset(ZoneOffset.UTC)
              : OffsetDateTime.parse(text);
      return Optional.of(date).filter(known -> known.getYear() > 1 && known.getYear() <= 9999);
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }
}
