package com.stoganet.proxy.media;

/**
 * A subtitle track of a video.
 *
 * @param index the track's number at Jellyfin
 * @param language a BCP 47 tag; empty when unknown
 * @param text whether it can be had as text; pictures cannot
 */
public record Subtitle(
    int index,
    String language,
    String title,
    String codec,
    Kind kind,
    boolean text,
    boolean isDefault,
    boolean isExternal) {

  /** What it tells: everything, the foreign parts only, or sounds as well. */
  public enum Kind {
    FULL,
    FORCED,
    SDH
  }
}
