package com.stoganet.proxy.stream;

import com.stoganet.proxy.stream.MediaSource.ByteRequest;
import jakarta.servlet.http.HttpServletRequest;
import java.util.regex.Pattern;

/**
 * Reads the range headers of a request.
 *
 * <p>Several ranges, or one that makes no sense, are answered with the whole file, as RFC 9110
 * allows and Jellyfin does.
 */
final class ByteRanges {

  private static final Pattern SINGLE_RANGE =
      Pattern.compile("bytes=(?:[0-9]{1,18}-[0-9]{0,18}|-[0-9]{1,18})");
  private static final Pattern HTTP_DATE =
      Pattern.compile("[A-Z][a-z]{2}, [0-9]{2} [A-Z][a-z]{2} [0-9]{4} [0-9:]{8} GMT");

  private ByteRanges() {}

  static ByteRequest of(HttpServletRequest request) {
    return of(
        "HEAD".equals(request.getMethod()),
        request.getHeader("Range"),
        request.getHeader("If-Range"));
  }

  /** The same from the headers themselves, each null when it is missing. */
  static ByteRequest of(boolean head, String range, String condition) {
    // RFC 9110: a range is defined for GET only.
    if (head || range == null || !SINGLE_RANGE.matcher(range).matches()) {
      return new ByteRequest(head, null, null);
    }
    if (condition == null) {
      return new ByteRequest(head, range, null);
    }
    // We give out dates only; a condition with an entity tag can therefore never hold, and
    // Jellyfin would overlook it and send the range all the same.
    return HTTP_DATE.matcher(condition).matches()
        ? new ByteRequest(head, range, condition)
        : new ByteRequest(head, null, null);
  }
}
