package com.stoganet.proxy.media;

import java.time.Instant;
import java.util.Map;

/**
 * Port: which version, or which part, of a video a user watched last.
 *
 * <p>Jellyfin before 12 does not say to which of an item's versions a position belongs, and none of
 * its versions says it for parts. Only items with several of them are here.
 */
public interface WatchedSources {

  /** The position of the item belongs to this version or part from now on. */
  void watched(String userId, JellyfinId item, JellyfinId source, Instant now);

  /** By item, all that the user watched. */
  Map<JellyfinId, JellyfinId> of(String userId);
}
