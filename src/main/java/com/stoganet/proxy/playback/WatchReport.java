package com.stoganet.proxy.playback;

import com.stoganet.proxy.media.JellyfinId;
import java.util.Optional;

/**
 * What a player says about itself.
 *
 * @param positionMillis milliseconds from the start of the version or part
 * @param played whether that counts as the end
 * @param source the version or part that plays; empty when the player does not say
 */
public record WatchReport(long positionMillis, boolean played, Optional<JellyfinId> source) {}
