package com.stoganet.sandbox;

import java.util.List;

/** One file of a title; the identifier is that of the version's own item. */
public record MediaVersion(
    String id,
    String name,
    String fileName,
    String container,
    int width,
    int height,
    List<Track> tracks,
    Content content,
    Medium medium,
    RemoteHost host) {

  /** What ffprobe calls the MP4 family; Jellyfin passes the whole list on. */
  static final String MP4 = "mov,mp4,m4a,3gp,3g2,mj2";

  MediaVersion(
      String id,
      String name,
      String fileName,
      String container,
      int width,
      int height,
      List<Track> tracks,
      Content content) {
    this(id, name, fileName, container, width, height, tracks, content, Medium.FILE, null);
  }

  static MediaVersion sample(String id, String name, int width, int height, List<Track> tracks) {
    return new MediaVersion(
        id, name, name + ".mp4", MP4, width, height, tracks, SampleVideo.INSTANCE);
  }

  /** The same as something else than a file. */
  MediaVersion on(Medium other) {
    return new MediaVersion(
        id, name, fileName, container, width, height, tracks, content, other, host);
  }

  /** The same as the address of a file on another server. */
  MediaVersion at(RemoteHost where) {
    return new MediaVersion(
        id, name, name + ".strm", container, width, height, tracks, content, Medium.STRM, where);
  }

  /** The number of bytes of the file. */
  public long size() {
    return content.length();
  }

  /** Jellyfin: a source is named after its file, an item after all formats that fit. */
  String extension() {
    return fileName.substring(fileName.lastIndexOf('.') + 1);
  }

  int firstIndexOf(Track.Kind kind) {
    for (int i = 0; i < tracks.size(); i++) {
      if (tracks.get(i).kind() == kind) {
        return i;
      }
    }
    return -1;
  }
}
