package com.stoganet.sandbox;

import java.util.List;
import java.util.Map;

/** What a version of a movie is: a file, or something that Jellyfin treats in another way. */
public enum Medium {
  FILE("VideoFile"),
  /** A folder VIDEO_TS. */
  DVD("Dvd"),
  /** A folder BDMV. */
  BLU_RAY("BluRay"),
  /** The image of a disc, which is a file. */
  ISO("Iso"),
  /** A file that ends in .disc: the film is on a disc that is kept elsewhere. */
  PLACEHOLDER("Dvd"),
  /** A file that ends in .strm and holds the address of the video. */
  STRM("VideoFile");

  private static final Map<Medium, Long> SIZES = Map.of(PLACEHOLDER, 71L, STRM, 33L);
  private static final List<String> UNKNOWN_UNTIL_PROBED =
      List.of("RunTimeTicks", "Bitrate", "DefaultAudioStreamIndex");

  final String videoType;

  Medium(String videoType) {
    this.videoType = videoType;
  }

  /** Jellyfin: such a folder is always transcoded, whatever the request says. */
  boolean folder() {
    return this == DVD || this == BLU_RAY;
  }

  /** Jellyfin has looked into it. */
  boolean probed() {
    return this != PLACEHOLDER && this != STRM;
  }

  /** Changes what Jellyfin tells of a version that is an ordinary file. */
  void describeSource(Dto source) {
    source.put("VideoType", videoType);
    if (folder()) {
      source.remove("Container").remove("Size");
    }
    if (!probed()) {
      source.put("Container", this == STRM ? "strm" : "disc").put("Size", SIZES.get(this));
      source.put("MediaStreams", List.of());
      UNKNOWN_UNTIL_PROBED.forEach(source::remove);
    }
    if (this == STRM) {
      source.put("Protocol", "Http").put("IsRemote", true).put("Path", "http://127.0.0.1:9/x.mp4");
    }
  }

  /** The same for the item. */
  void describeItem(Dto item) {
    item.put("VideoType", videoType).put("IsPlaceHolder", this == PLACEHOLDER ? true : null);
    if (folder() || !probed()) {
      item.remove("Container");
    }
    if (!probed()) {
      item.remove("RunTimeTicks").remove("HasSubtitles").remove("Width").remove("Height");
    }
  }
}
