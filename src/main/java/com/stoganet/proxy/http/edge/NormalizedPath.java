package com.stoganet.proxy.http.edge;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;

/** The normalized path, so that requests with different spellings count as one. */
final class NormalizedPath {

  private NormalizedPath() {}

  /** Decoded, without parameters, dots, empty parts and a slash at the end. */
  static String of(String raw) {
    Deque<String> parts = new ArrayDeque<>();
    for (String part : raw.split("/", -1)) {
      String plain = decoded(part.replaceFirst(";.*", ""));
      if ("..".equals(plain)) {
        parts.pollLast();
      } else if (!plain.isEmpty() && !".".equals(plain)) {
        parts.addLast(plain);
      }
    }
    return "/" + String.join("/", parts);
  }

  private static String decoded(String part) {
    try {
      return URLDecoder.decode(part.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      // No route matches such a path.
      return part;
    }
  }
}
