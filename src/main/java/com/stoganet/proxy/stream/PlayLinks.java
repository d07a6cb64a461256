package com.stoganet.proxy.stream;

import com.stoganet.proxy.media.Subtitle;
import java.util.List;

/**
 * Addresses that any player can open.
 *
 * @param url of the video
 * @param expiresIn seconds that they are good for; more when they are used meanwhile
 * @param subtitles those tracks that can be had as text
 */
public record PlayLinks(String url, int expiresIn, List<SubtitleLink> subtitles) {

  /** A track and where it is. */
  public record SubtitleLink(Subtitle track, String url) {}
}
