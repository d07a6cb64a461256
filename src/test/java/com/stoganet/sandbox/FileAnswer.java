package com.stoganet.sandbox;

import java.io.IOException;
import java.io.OutputStream;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Sends a file with ranges and conditions as ASP.NET does: Last-Modified, but never an ETag. */
final class FileAnswer {
  private static final DateTimeFormatter HTTP_DATE = DateTimeFormatter.RFC_1123_DATE_TIME;

  private final Call call;
  private final Content content;
  private final Instant modified;

  private FileAnswer(Call call, Content content) {
    this.call = call;
    this.content = content;
    this.modified = content.lastModified().truncatedTo(ChronoUnit.SECONDS);
  }

  static void send(Call call, Content content, String contentType) throws IOException {
    new FileAnswer(call, content).send(contentType);
  }

  private void send(String contentType) throws IOException {
    call.header("Content-Type", contentType);
    call.header("Accept-Ranges", "bytes");
    call.header("Last-Modified", format(modified));
    Optional<Integer> condition = condition();
    if (condition.isPresent()) {
      call.emptyWithoutLength(condition.get());
      return;
    }
    long length = content.length();
    ByteRange whole = new ByteRange(0, length - 1);
    Optional<ByteRange> range =
        ifRangeHolds() ? ByteRange.of(headers("Range"), length) : Optional.empty();
    if (range.equals(Optional.of(ByteRange.UNSATISFIABLE))) {
      call.header("Content-Range", "bytes */" + length);
      call.empty(416);
      return;
    }
    range.ifPresent(
        part ->
            call.header("Content-Range", "bytes " + part.from() + "-" + part.to() + "/" + length));
    ByteRange part = range.orElse(whole);
    OutputStream body = call.send(range.isPresent() ? 206 : 200, part.length());
    try (OutputStream out = call.server().sending.counted(body)) {
      if (!call.head()) {
        content.copy(part.from(), part.length(), out);
      }
    }
  }

  /** 412 beats "send it", which beats 304; a date in the future is ignored. */
  private Optional<Integer> condition() {
    Optional<Instant> since = date("If-Modified-Since");
    Optional<Instant> unmodified = date("If-Unmodified-Since");
    if (unmodified.isPresent()) {
      return unmodified.get().isBefore(modified) ? Optional.of(412) : Optional.empty();
    }
    return since.isPresent() && !since.get().isBefore(modified)
        ? Optional.of(304)
        : Optional.empty();
  }

  /** There is no ETag to compare with, so If-Range with one is ignored and the range served. */
  private boolean ifRangeHolds() {
    return call.request()
        .header("If-Range")
        .flatMap(FileAnswer::parse)
        .map(date -> !date.isBefore(modified))
        .orElse(true);
  }

  private Optional<Instant> date(String header) {
    return call.request()
        .header(header)
        .flatMap(FileAnswer::parse)
        .filter(date -> !date.isAfter(Instant.now()));
  }

  private List<String> headers(String name) {
    return call.request().headers().getOrDefault(name, List.of());
  }

  static String format(Instant instant) {
    return DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.US)
        .withZone(ZoneOffset.UTC)
        .format(instant);
  }

  private static Optional<Instant> parse(String text) {
    try {
      return Optional.of(ZonedDateTime.parse(text.strip(), HTTP_DATE).toInstant());
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
