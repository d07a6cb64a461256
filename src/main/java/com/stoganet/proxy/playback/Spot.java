package com.stoganet.proxy.playback;

import com.stoganet.proxy.media.JellyfinId;
import com.stoganet.proxy.media.Watchable;
import com.stoganet.proxy.media.Watchable.Version;

/**
 * A position in a version or part of a video.
 *
 * @param what the copy of the video
 * @param version the version or part that plays
 * @param positionMillis milliseconds from its start
 */
record Spot(Watchable what, Version version, long positionMillis) {

  /** Players round, and containers do not always tell the truth to the second. */
  private static final long TOLERANCE_MILLIS = 10_000;

  private static final long LEAST_MILLIS = 1_000;

  JellyfinId item() {
    return what.item();
  }

  JellyfinId source() {
    return version.id();
  }

  /** Whether it lies well behind the end, so that the length is wrong, or another version plays. */
  boolean behindTheEnd() {
    return version.runtimeMillis() > 0
        && positionMillis > version.runtimeMillis() + TOLERANCE_MILLIS;
  }

  /**
   * Whether Jellyfin's rules fit: they need a length, the right one, and one file. An item without
   * a length is watched for Jellyfin at its first report.
   */
  boolean fitsRules() {
    return version.runtimeMillis() > 0 && !behindTheEnd() && what.parts().isEmpty();
  }

  boolean barelyBegun() {
    return !Limits.begun(positionMillis, version.runtimeMillis());
  }

  /** Whether other parts come before or after this one. */
  boolean inParts() {
    return !what.parts().isEmpty();
  }

  private int part() {
    return what.parts().indexOf(version);
  }

  /** Whether it is in one of several parts, and none follows. */
  boolean inLastPart() {
    return inParts() && part() == what.parts().size() - 1;
  }

  /** Whether a video in parts is watched with this. */
  boolean endsLastPart() {
    return inLastPart() && Limits.watched(positionMillis, version.runtimeMillis());
  }

  /** The start of the part that follows. */
  Spot nextPart() {
    return new Spot(what, what.parts().get(part() + 1), 0);
  }

  /**
   * The position to set when Jellyfin's rules do not fit. The beginning of a later part is one,
   * too, since the parts before it have been watched.
   */
  long positionToSet() {
    if (!inParts()) {
      return positionMillis;
    }
    return part() > 0 ? Math.max(LEAST_MILLIS, positionMillis) : barelyBegun() ? 0 : positionMillis;
  }

  /** The position within the version. */
  long withinVersion() {
    return Math.min(positionMillis, version.runtimeMillis());
  }
}
