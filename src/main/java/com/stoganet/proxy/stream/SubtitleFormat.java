package com.stoganet.proxy.stream;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What subtitles are written in. */
public enum SubtitleFormat {
  VTT("text/vtt; charset=utf-8", "-->"),
  SRT("application/x-subrip; charset=utf-8", "-->"),
  ASS("text/x-ssa; charset=utf-8", "Dialogue:");

  private final String contentType;
  private final String cue;

  SubtitleFormat(String contentType, String cue) {
    this.contentType = contentType;
    this.cue = cue;
  }

  static Optional<SubtitleFormat> of(String name) {
    return Arrays.stream(values()).filter(format -> format.text().equals(name)).findFirst();
  }

  String contentType() {
    return contentType;
  }

  /** What every text with at least one line to show contains. */
  String cue() {
    return cue;
  }

  /** As it stands behind the dot of a file's name. */
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }
}
