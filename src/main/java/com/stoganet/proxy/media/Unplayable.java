package com.stoganet.proxy.media;

import java.util.Locale;

/** Why something of the library cannot be played. */
public enum Unplayable {
  /** A folder, which Jellyfin can only transcode. */
  DISC("It is a DVD or Blu-ray folder; only files can be played."),
  PLACEHOLDER("It is on a disc that is kept elsewhere."),
  NO_FILE("There is no file."),
  NOT_ALLOWED("The administrator does not allow this account to play anything."),
  /** It cannot be reached by HTTP, or what comes from there is no video file. */
  REMOTE("It is on another server, which does not send a video file.");

  private final String message;

  Unplayable(String message) {
    this.message = message;
  }

  /** A text for people. */
  public String message() {
    return message;
  }

  /** The spelling of the contract. */
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }
}
