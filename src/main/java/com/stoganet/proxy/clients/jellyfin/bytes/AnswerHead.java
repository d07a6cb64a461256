package com.stoganet.proxy.clients.jellyfin.bytes;

import java.net.ProtocolException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The status and the headers of an answer, read strictly: an ambiguous head is an error.
 *
 * @param persistent whether the connection may serve another request after the body
 */
record AnswerHead(int status, boolean persistent, Map<String, String> headers) {

  private static final Pattern STATUS = Pattern.compile("HTTP/1\\.([01]) ([1-5][0-9]{2})(?: .*)?");
  private static final Pattern HEADER =
      Pattern.compile("([!#$%&'*+.^_`|~0-9A-Za-z-]+):[ \\t]*([\\x20-\\x7e\\t\\x80-\\xff]*)");

  /**
   * Reads a head without the empty line at its end.
   *
   * @throws ProtocolException when the text is not the head of an HTTP answer
   */
  static AnswerHead parse(String text) throws ProtocolException {
    String[] lines = text.split("\r\n", -1);
    Matcher first = STATUS.matcher(lines[0]);
    if (!first.matches()) {
      throw new ProtocolException("no status");
    }
    Map<String, String> headers = new HashMap<>();
    for (int i = 1; i < lines.length; i++) {
      Matcher header = HEADER.matcher(lines[i]);
      if (!header.matches()) {
        throw new ProtocolException("no header");
      }
      // Repeated headers are joined, so two lengths become a text that is no number.
      headers.merge(
          header.group(1).toLowerCase(Locale.ROOT),
          header.group(2).strip(),
          (one, other) -> one + ", " + other);
    }
    boolean closes =
        headers.getOrDefault("connection", "").toLowerCase(Locale.ROOT).contains("close");
    return new AnswerHead(
        Integer.parseInt(first.group(2)),
        "1".equals(first.group(1)) && !closes,
        Map.copyOf(headers));
  }

  /** A header by its name in lower case; empty when it is missing. */
  String header(String name) {
    return headers.getOrDefault(name, "");
  }
}
