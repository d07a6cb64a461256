package com.stoganet.proxy.media;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A picture of an item.
 *
 * @param item the item it belongs to; an episode may show a picture of its series
 * @param tag changes when the picture does
 * @param blurHash what to show until it is there; empty when there is none
 * @param aspectRatio width by height; 0 when unknown
 */
public record Picture(JellyfinId item, Kind kind, String tag, String blurHash, float aspectRatio) {

  private static final Pattern TAG = Pattern.compile("[A-Za-z0-9_-]{1,64}");

  /** What it is for. */
  public enum Kind {
    POSTER("poster"),
    BACKDROP("backdrop"),
    LOGO("logo"),
    THUMB("thumb");

    private final String text;

    Kind(String text) {
      this.text = text;
    }

    /** The spelling of the contract. */
    public String text() {
      return text;
    }

    /** Reads the spelling of the contract. */
    public static Optional<Kind> of(String text) {
      return Arrays.stream(values()).filter(kind -> kind.text.equals(text)).findFirst();
    }
  }

  /** Whether the tag can stand in an address as it is; all of Jellyfin's can. */
  public static boolean isTag(String text) {
    return TAG.matcher(text).matches();
  }

  /** The picture of a kind among those of an item. */
  public static Optional<Picture> among(List<Picture> pictures, Kind kind) {
    return pictures.stream().filter(picture -> picture.kind == kind).findFirst();
  }
}
