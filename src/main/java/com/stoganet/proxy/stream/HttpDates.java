package com.stoganet.proxy.stream;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

/** Dates as HTTP writes them: {@code Sun, 06 Nov 1994 08:49:37 GMT}. */
public final class HttpDates {

  private static final DateTimeFormatter FORM =
      DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.US)
          .withZone(ZoneOffset.UTC);

  private HttpDates() {}

  /** Empty for null and for what is no such date. */
  public static Optional<Instant> parse(String text) {
    if (text == null) {
      return Optional.empty();
    }
    try {
      return Optional.of(ZonedDateTime.parse(text.strip(), FORM).toInstant());
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  static String format(Instant time) {
    return FORM.format(time);
  }
}
