package com.stoganet.sandbox;

import java.util.List;

/** The stream layouts that the sample files claim to have. */
final class Tracks {
  private static final String STEREO = "Stereo";

  private Tracks() {}

  static List<Track> plain(String codec) {
    return List.of(Track.video(codec), Track.audio("eng", STEREO, 2, true));
  }

  /** Index 2, 3 and 5 are text, 4 is pictures of text; the second audio comes last. */
  static List<Track> embeddedSubtitles() {
    return List.of(
        Track.video("h264"),
        Track.audio("eng", STEREO, 2, true),
        Track.subtitle("subrip", "eng", null),
        Track.subtitle("ass", "fre", "Complet"),
        Track.subtitle("PGSSUB", "spa", null),
        Track.forcedSubtitle("subrip", "eng", "Signs"),
        Track.audio("ger", "Commentary", 2, false));
  }

  /** External files come before the video: the index of a stream says nothing of its kind. */
  static List<Track> externalSubtitleFirst() {
    return List.of(
        Track.externalSubtitle("subrip", "eng", null),
        Track.externalSubtitle("ass", "ger", null),
        Track.video("h264"),
        Track.audio("eng", STEREO, 2, true));
  }
}
