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
 * @param remote whether Jellyfin fetches it from another server
 * @param durationMillis milliseconds; 0 when unknown
 * @param unplayable why this version cannot be played; empty when it can
 * @param progress where the user stopped in this version; empty when it is not known
 * @param parts the files, this one first, of a version that is in several; else empty
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
    boolean remote,
    long durationMillis,
    Optional<Unplayable> unplayable,
    List<AudioTrack> audio,
    List<Subtitle> subtitles,
    Optional<Progress> progress,
    List<Part> parts) {

  /** This version with what the user did with it. */
  public Source with(Progress own) {
    return with(Optional.of(own), parts);
  }

  /** This version, which is in several files. */
  public Source inParts(List<Part> files) {
    return with(progress, files);
  }

  private Source with(Optional<Progress> own, List<Part> files) {
    return new Source(
        id,
        name,
        container,
        videoCodec,
        height,
        hdr,
        bitrate,
        size,
        remote,
        durationMillis,
        unplayable,
        audio,
        subtitles,
        own,
        files);
  }

  /**
   * A file that is played before or after others.
   *
   * @param durationMillis milliseconds; 0 when unknown
   */
  public record Part(JellyfinId id, long durationMillis) {}

  /**
   * An audio track.
   *
   * @param index the track's number at Jellyfin
   * @param language a BCP 47 tag; empty when unknown
   * @param title a text for menus
   * @param codec empty when unknown
   * @param channels 0 when unknown
   */
  public record AudioTrack(
      int index, String language, String title, String codec, int channels, boolean isDefault) {}

  /** How much contrast the picture has. */
  public enum Hdr {
    SDR,
    HDR10,
    HDR10_PLUS,
    HLG,
    DOLBY_VISION
  }
}
