package com.stoganet.proxy.media;

import java.util.List;

/**
 * Something with bytes to play.
 *
 * @param subtitles those of the default version that can be had as text
 */
public record Playable(JellyfinId id, List<Subtitle> subtitles) {}
