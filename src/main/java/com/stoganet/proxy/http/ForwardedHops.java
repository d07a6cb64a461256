package com.stoganet.proxy.http;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Takes the headers apart in which proxies write whom they talk to; addresses are unchecked. */
final class ForwardedHops {

  private static final Pattern FOR =
      Pattern.compile("(?:^|;)\\s*for\\s*=\\s*(\"[^\"]*\"|[^;\"\\s]+)", Pattern.CASE_INSENSITIVE);

  /** {@code [2001:db8::1]:4711} or {@code 192.0.2.1:4711}, port and brackets at will. */
  private static final Pattern WITH_PORT =
      Pattern.compile("\\[([0-9A-Fa-f:.]+)](?::\\d{1,5})?|([0-9.]+):\\d{1,5}");

  private ForwardedHops() {}

  /** The hops of X-Forwarded-For, the nearest one last. */
  static List<String> ofForwardedFor(List<String> lines) {
    return elements(lines).map(ForwardedHops::withoutPort).toList();
  }

  /** The hops of Forwarded, the nearest one last; one that names nobody is an empty text. */
  static List<String> ofForwarded(List<String> lines) {
    return elements(lines)
        .map(
            element -> {
              Matcher matcher = FOR.matcher(element);
              return matcher.find() ? withoutPort(unquoted(matcher.group(1))) : "";
            })
        .toList();
  }

  private static java.util.stream.Stream<String> elements(List<String> lines) {
    return lines.stream().flatMap(line -> Arrays.stream(line.split(",", -1))).map(String::strip);
  }

  private static String unquoted(String text) {
    return text.startsWith("\"") ? text.substring(1, text.length() - 1) : text;
  }

  private static String withoutPort(String text) {
    Matcher matcher = WITH_PORT.matcher(text);
    if (!matcher.matches()) {
      return text;
    }
    return matcher.group(1) == null ? matcher.group(2) : matcher.group(1);
  }
}
