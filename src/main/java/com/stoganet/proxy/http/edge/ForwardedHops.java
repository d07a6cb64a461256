package com.stoganet.proxy.http.edge;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Parses the headers in which proxies write the address of their peer; addresses are unchecked. */
final class ForwardedHops {

  private static final Pattern FOR =
      Pattern.compile("for\\s*=\\s*(?:\"([^\"]*)\"|([^\"\\s]+))", Pattern.CASE_INSENSITIVE);

  /** {@code [2001:db8::1]:4711} or {@code 192.0.2.1:4711}; port and brackets are optional. */
  private static final Pattern WITH_PORT =
      Pattern.compile("\\[([0-9A-Fa-f:.]+)](?::\\d{1,5})?|([0-9.]+):\\d{1,5}");

  private ForwardedHops() {}

  /** The hops of X-Forwarded-For, the nearest one last. */
  static List<String> ofForwardedFor(List<String> lines) {
    return lines.stream()
        .flatMap(line -> Arrays.stream(line.split(",", -1)))
        .map(hop -> withoutPort(hop.strip()))
        .toList();
  }

  /** The hops of Forwarded, the nearest one last; a hop without an address is an empty text. */
  static List<String> ofForwarded(List<String> lines) {
    return parts(String.join(",", lines), ',').stream().map(ForwardedHops::named).toList();
  }

  /** The address in an element; empty when it names two. */
  private static String named(String element) {
    List<String> names =
        parts(element, ';').stream()
            .map(FOR::matcher)
            .filter(Matcher::matches)
            .map(pair -> pair.group(1) == null ? pair.group(2) : pair.group(1))
            .toList();
    return names.size() == 1 ? withoutPort(names.get(0)) : "";
  }

  /**
   * Splits at separators that are not quoted: proxies repeat the Host of a client in quotes, and it
   * may look like another hop.
   *
   * <p>Reads from the right, where the proxies write: a quote that the client left open at the left
   * must not hide what they added.
   */
  private static List<String> parts(String text, char separator) {
    Deque<String> parts = new ArrayDeque<>();
    boolean quoted = false;
    int end = text.length();
    for (int i = end - 1; i >= 0; i--) {
      char c = text.charAt(i);
      if (c == '"' && !escaped(text, i)) {
        quoted = !quoted;
      } else if (c == separator && !quoted) {
        parts.addFirst(text.substring(i + 1, end).strip());
        end = i;
      }
    }
    parts.addFirst(text.substring(0, end).strip());
    return List.copyOf(parts);
  }

  /** Whether an odd number of backslashes precedes it. */
  private static boolean escaped(String text, int index) {
    int first = index;
    while (first > 0 && text.charAt(first - 1) == '\\') {
      first--;
    }
    return (index - first) % 2 == 1;
  }

  private static String withoutPort(String text) {
    Matcher matcher = WITH_PORT.matcher(text);
    if (!matcher.matches()) {
      return text;
    }
    return matcher.group(1) == null ? matcher.group(2) : matcher.group(1);
  }
}
