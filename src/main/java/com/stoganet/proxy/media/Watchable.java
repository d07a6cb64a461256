package com.stoganet.proxy.media;

/**
 * An item that the caller may see, as far as watching it goes.
 *
 * @param title the title it belongs to: an episode to its series
 * @param source the default version; equal to item for what cannot be played
 * @param playable whether it has a position: a movie or an episode with a file
 * @param runtimeMillis milliseconds; 0 when unknown
 */
public record Watchable(
    JellyfinId item, CatalogId title, JellyfinId source, boolean playable, long runtimeMillis) {}
