package com.stoganet.proxy.media;

import java.util.Optional;

/**
 * Where a user stopped.
 *
 * @param positionMillis milliseconds from the start
 * @param source the version that the position belongs to; empty when it is not known
 */
public record Progress(long positionMillis, boolean played, Optional<JellyfinId> source) {

  /** Of a video with one version. */
  public Progress(long positionMillis, boolean played) {
    this(positionMillis, played, Optional.empty());
  }
}
