package com.stoganet.proxy.media;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The id of something at Jellyfin. Only this type is ever put into a backend's URL.
 *
 * @param hex 32 hex digits in lower case: Jellyfin compares source ids byte by byte
 */
public record JellyfinId(String hex) {

  private static final Pattern HEX = Pattern.compile("[0-9a-f]{32}");
  private static final Pattern ACCEPTED =
      Pattern.compile("[0-9a-fA-F]{32}|[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

  public JellyfinId {
    if (!HEX.matcher(hex).matches()) {
      throw new IllegalArgumentException("Not a Jellyfin id");
    }
  }

  /** Reads 32 hex digits, with or without dashes; empty for anything else. */
  public static Optional<JellyfinId> parse(String text) {
    return ACCEPTED.matcher(text).matches()
        ? Optional.of(new JellyfinId(text.replace("-", "").toLowerCase(Locale.ROOT)))
        : Optional.empty();
  }

  @Override
  public String toString() {
    return hex;
  }
}
