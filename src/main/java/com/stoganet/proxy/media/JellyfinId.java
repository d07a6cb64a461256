package com.stoganet.proxy.media;

import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The id of something at Jellyfin. Only this type is ever put into a backend's URL.
 *
 * <p>Two numbers instead of a text, because a large library has very many of them in memory.
 *
 * @param high the first 16 hex digits
 * @param low the other 16 hex digits
 */
public record JellyfinId(long high, long low) implements Comparable<JellyfinId> {

  private static final Pattern ACCEPTED =
      Pattern.compile("[0-9a-fA-F]{32}|[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");
  private static final int HALF = 16;

  /** Reads 32 hex digits, with or without dashes; empty for anything else. */
  public static Optional<JellyfinId> parse(String text) {
    if (!ACCEPTED.matcher(text).matches()) {
      return Optional.empty();
    }
    String hex = text.replace("-", "");
    return Optional.of(
        new JellyfinId(
            HexFormat.fromHexDigitsToLong(hex, 0, HALF),
            HexFormat.fromHexDigitsToLong(hex, HALF, 2 * HALF)));
  }

  /** 32 hex digits in lower case: Jellyfin compares the ids of sources byte by byte. */
  public String hex() {
    HexFormat format = HexFormat.of();
    return format.toHexDigits(high) + format.toHexDigits(low);
  }

  @Override
  public int compareTo(JellyfinId other) {
    int first = Long.compareUnsigned(high, other.high);
    return first == 0 ? Long.compareUnsigned(low, other.low) : first;
  }

  @Override
  public String toString() {
    return hex();
  }
}
