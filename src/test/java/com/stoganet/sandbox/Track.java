package com.stoganet.sandbox;

/** One stream inside (or beside) a media file; its index is its place in the list. */
record Track(
    Kind kind,
    String codec,
    String language,
    String title,
    int channels,
    boolean external,
    boolean preset,
    boolean forced) {

  enum Kind {
    VIDEO("Video"),
    AUDIO("Audio"),
    SUBTITLE("Subtitle");

    final String wireName;

    Kind(String wireName) {
      this.wireName = wireName;
    }
  }

  static Track video(String codec) {
    return new Track(Kind.VIDEO, codec, null, null, 0, false, true, false);
  }

  static Track audio(String language, String title, int channels, boolean preset) {
    return new Track(Kind.AUDIO, "aac", language, title, channels, false, preset, false);
  }

  static Track subtitle(String codec, String language, String title) {
    return new Track(Kind.SUBTITLE, codec, language, title, 0, false, false, false);
  }

  static Track forcedSubtitle(String codec, String language, String title) {
    return new Track(Kind.SUBTITLE, codec, language, title, 0, false, false, true);
  }

  static Track externalSubtitle(String codec, String language, String title) {
    return new Track(Kind.SUBTITLE, codec, language, title, 0, true, false, false);
  }

  /** Pictures of text (PGS, VobSub) can never become WebVTT. */
  boolean text() {
    return kind == Kind.SUBTITLE && !"PGSSUB".equals(codec) && !"DVDSUB".equals(codec);
  }
}
