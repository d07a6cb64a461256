package com.stoganet.proxy.media;

import java.util.List;

/** Something with bytes to play, and its subtitle tracks that can be had as text. */
public record Playable(JellyfinId id, List<Subtitle> subtitles) {

  /**
   * A subtitle track.
   *
   * @param index the track's number at Jellyfin
   * @param language as Jellyfin writes it; empty when nobody knows
   */
  public record Subtitle(
      int index,
      String language,
      String title,
      String codec,
      boolean isDefault,
      boolean isForced,
      boolean isExternal) {}
}
