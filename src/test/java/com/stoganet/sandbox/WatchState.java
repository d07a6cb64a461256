package com.stoganet.sandbox;

import java.time.Instant;

/** What one user has done with one item. */
public record WatchState(
    long positionTicks,
    int playCount,
    boolean favorite,
    boolean played,
    Instant lastPlayed,
    Boolean likes) {

  static final WatchState NONE = new WatchState(0, 0, false, false, null, null);

  WatchState withPosition(long ticks) {
    return new WatchState(ticks, playCount, favorite, played, lastPlayed, likes);
  }

  WatchState withFavorite(boolean value) {
    return new WatchState(positionTicks, playCount, value, played, lastPlayed, likes);
  }

  WatchState withPlayed(boolean value) {
    return new WatchState(positionTicks, playCount, favorite, value, lastPlayed, likes);
  }

  WatchState withLastPlayed(Instant when) {
    return new WatchState(positionTicks, playCount, favorite, played, when, likes);
  }

  WatchState withPlayCount(int count) {
    return new WatchState(positionTicks, count, favorite, played, lastPlayed, likes);
  }

  WatchState withLikes(Boolean value) {
    return new WatchState(positionTicks, playCount, favorite, played, lastPlayed, value);
  }

  WatchState started(Instant when) {
    return withPlayCount(playCount + 1).withLastPlayed(when);
  }

  boolean resumable() {
    return positionTicks > 0;
  }
}
