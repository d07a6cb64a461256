package com.stoganet.proxy.media;

import java.util.List;
import java.util.Optional;

/**
 * One version of a video.
 *
 * @param container such as mkv; empty when unknown
 * @param videoCodec empty when unknown
 * @param height of the picture in pixels; 0 when unknown
 * @param bitrate bits per second; 0 when unknown
 * @param size bytes; 0 when unknown
 * @param progress where the user stopped in this version; empty when it is not known
 */
public record Source(
    JellyfinId id,
    String name,
    String container,
    String videoCodec,
    int height,
    Optional<Hdr> hdr,
    long bitrate,
    long size,
    List<Subtitle> subtitles,
    Optional<Progress> progress) {

  /** How much contrast the picture has. */
  public enum Hdr {
    SDR,
    HDR10,
    HDR10_PLUS,
    HLG,
    DOLBY_VISION
  }
}
