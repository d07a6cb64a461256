package com.stoganet.sandbox;

/** The server generations that the sandbox can imitate. */
public enum JellyfinVersion {
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

  static JellyfinVersion parse(String text) {
    for (JellyfinVersion version : values()) {
      if (version.number.equals(text) || version.number.startsWith(text + ".")) {
        return version;
      }
    }
    throw new IllegalArgumentException("unknown Jellyfin version " + text + " (10.11 or 12)");
  }
}
