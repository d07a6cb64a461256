package com.stoganet.proxy.playback;

/** From where on a video counts as begun and as watched: Jellyfin's usual settings. */
final class Limits {

  private static final int BEGUN_PERCENT = 5;
  private static final int WATCHED_PERCENT = 90;
  private static final int ALL = 100;

  private Limits() {}

  static boolean begun(long positionMillis, long runtimeMillis) {
    return positionMillis * ALL >= runtimeMillis * BEGUN_PERCENT;
  }

  /** Whether it is near its end; never when its length is unknown. */
  static boolean watched(long positionMillis, long runtimeMillis) {
    return runtimeMillis > 0 && positionMillis * ALL > runtimeMillis * WATCHED_PERCENT;
  }
}
