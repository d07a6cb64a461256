package com.stoganet.sandbox;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Reads {@code Authorization: MediaBrowser Client="…", Token="…"} the way Jellyfin does.
 *
 * <p>Names are case-sensitive; values lose their quotes and are then URL-decoded, so that a plus
 * becomes a blank; a comma separates only outside quotes.
 */
final class AuthorizationHeader {
  private AuthorizationHeader() {}

  static String scheme(String header) {
    int blank = header.indexOf(' ');
    return blank < 0 ? header : header.substring(0, blank);
  }

  /** The parameters as they were sent, still encoded; none for a foreign scheme. */
  static Map<String, String> rawParameters(String header) {
    Map<String, String> parameters = new LinkedHashMap<>();
    int blank = header.indexOf(' ');
    if (blank < 0) {
      return parameters;
    }
    StringBuilder part = new StringBuilder();
    boolean quoted = false;
    for (char c : (header.substring(blank + 1) + ",").toCharArray()) {
      if (c == ',' && !quoted) {
        add(parameters, part.toString());
        part.setLength(0);
      } else {
        quoted ^= c == '"';
        part.append(c);
      }
    }
    return parameters;
  }

  /** Jellyfin 12: the scheme is MediaBrowser; "Emby" was legacy and is not read any more. */
  static Map<String, String> parameters(String header) {
    if (header == null || !scheme(header).equalsIgnoreCase("MediaBrowser")) {
      return Map.of();
    }
    Map<String, String> decoded = new LinkedHashMap<>();
    rawParameters(header).forEach((name, value) -> decoded.put(name, Percent.decode(value)));
    return decoded;
  }

  private static void add(Map<String, String> parameters, String part) {
    int equals = part.indexOf('=');
    if (equals > 0) {
      String value = part.substring(equals + 1);
      parameters.put(part.substring(0, equals).strip(), unquoted(value));
    }
  }

  private static String unquoted(String value) {
    int start = 0;
    int end = value.length();
    while (start < end && value.charAt(start) == '"') {
      start++;
    }
    while (end > start && value.charAt(end - 1) == '"') {
      end--;
    }
    return value.substring(start, end);
  }
}
