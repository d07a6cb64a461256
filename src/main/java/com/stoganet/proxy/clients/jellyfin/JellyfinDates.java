package com.stoganet.proxy.clients.jellyfin;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/** Reads dates as Jellyfin writes them: mostly with seven digits and a Z, but not always. */
final class JellyfinDates {

  private JellyfinDates() {}

  /**
   * Empty for null, for text that is no date, and for the year 1, which Jellyfin writes for never.
   */
  static Optional<Instant> instant(String text) {
    return parse(text).map(OffsetDateTime::toInstant);
  }

  static Optional<LocalDate> day(String text) {
    return parse(text).map(OffsetDateTime::toLocalDate);
  }

  private static Optional<OffsetDateTime> parse(String text) {
    if (text == null || text.length() < 10) {
      return Optional.empty();
    }
    try {
      return Optional.of(lenient(text))
          .filter(date -> date.getYear() > 1 && date.getYear() <= 9999);
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }

  private static OffsetDateTime lenient(String text) {
    String time = text.substring(10);
    if (time.isEmpty()) {
      return LocalDate.parse(text).atStartOfDay().atOffset(ZoneOffset.UTC);
    }
    boolean zoned = time.endsWith("Z") || time.indexOf('+') >= 0 || time.indexOf('-') >= 0;
    return zoned ? OffsetDateTime.parse(text) : LocalDateTime.parse(text).atOffset(ZoneOffset.UTC);
  }
}
