package com.stoganet.sandbox;

/** The server generations that the sandbox can imitate. */
public enum JellyfinVersion {
  /** Without the set-up server, and with {@code minDateLastSaved} broken. */
  V10_10("10.10.7"),
  V10_11("10.11.11"),
  V12("12.0.0");

  private final String number;

  JellyfinVersion(String number) {
    this.number = number;
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
