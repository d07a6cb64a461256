package com.stoganet.sandbox;

import java.util.regex.Pattern;

/** The server generations that the sandbox can imitate. */
public enum JellyfinVersion {
  /** Without the set-up server, and with {@code minDateLastSaved} broken. */
  V10_10("10.10.7"),
  V10_11("10.11.11"),
  V12("12.0.0");

  /** Jellyfin: letters and digits of all scripts, and a few signs. */
  private static final Pattern USER_NAME =
      Pattern.compile("(?!\\s)[\\w \\-'._@+]+(?<!\\s)", Pattern.UNICODE_CHARACTER_CLASS);

  private final String number;

  JellyfinVersion(String number) {
    this.number = number;
  }

  /** Refuses a name that the server would refuse for a new user. */
  void requireUserName(String name) {
    boolean blankAtTheEnds = this == V10_10;
    if (!USER_NAME.matcher(blankAtTheEnds ? name.strip() : name).matches()) {
      throw new IllegalArgumentException("Jellyfin accepts no user of the name " + name);
    }
  }

  /** Jellyfin 10.11 forgets to save that it has disabled an account. */
  boolean locksOut() {
    return this != V10_11;
  }

  /** The number that the server reports about itself. */
  public String number() {
    return number;
  }

  /** What is not said exactly means the newest that fits: 10 is 10.11. */
  static JellyfinVersion parse(String text) {
    JellyfinVersion newest = null;
    for (JellyfinVersion version : values()) {
      if (version.number.equals(text) || version.number.startsWith(text + ".")) {
        newest = version;
      }
    }
    if (newest == null) {
      throw new IllegalArgumentException(
          "unknown Jellyfin version " + text + " (10.10, 10.11 or 12)");
    }
    return newest;
  }
}
