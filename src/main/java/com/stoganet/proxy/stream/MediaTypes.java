package com.stoganet.proxy.stream;

import com.stoganet.proxy.stream.MediaSource.FileFacts;
import com.stoganet.proxy.stream.MediaSource.MediaFile;
import java.util.Map;

/** What a container is called in a Content-Type header. */
final class MediaTypes {

  /** The names that players know; Jellyfin may call MP4 video/quicktime (its issue 10446). */
  private static final Map<String, String> OF_CONTAINERS =
      Map.ofEntries(
          Map.entry("mp4", "video/mp4"),
          Map.entry("m4v", "video/mp4"),
          Map.entry("mov", "video/quicktime"),
          Map.entry("mkv", "video/x-matroska"),
          Map.entry("matroska", "video/x-matroska"),
          Map.entry("webm", "video/webm"),
          Map.entry("ts", "video/mp2t"),
          Map.entry("m2ts", "video/mp2t"),
          Map.entry("mpegts", "video/mp2t"),
          Map.entry("mpeg", "video/mpeg"),
          Map.entry("mpg", "video/mpeg"),
          Map.entry("avi", "video/x-msvideo"),
          Map.entry("wmv", "video/x-ms-wmv"),
          Map.entry("asf", "video/x-ms-asf"),
          Map.entry("flv", "video/x-flv"),
          Map.entry("ogv", "video/ogg"),
          Map.entry("3gp", "video/3gpp"));

  private MediaTypes() {}

  /** The type of the container; if it is unknown, the type that Jellyfin sent. */
  static String of(MediaFile file, FileFacts facts) {
    return OF_CONTAINERS.getOrDefault(file.container(), facts.contentType());
  }
}
