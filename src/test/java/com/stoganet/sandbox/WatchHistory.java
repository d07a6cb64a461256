package com.stoganet.sandbox;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;

/** Who has watched what. */
final class WatchHistory {
  private static final long TICKS_PER_SECOND = 10_000_000;
  private static final double MIN_RESUME_PERCENT = 5;
  private static final double MAX_RESUME_PERCENT = 90;
  private static final long MIN_RESUME_SECONDS = 300;

  private final Map<String, Map<String, WatchState>> states = new ConcurrentHashMap<>();
  private final Map<String, Map<String, WatchState>> rows = new ConcurrentHashMap<>();
  private final UnaryOperator<String> keys;

  /**
   * A history without any entry.
   *
   * @param keys gives the key that an item has in common with its copies
   */
  WatchHistory(UnaryOperator<String> keys) {
    this.keys = keys;
  }

  /** Jellyfin 10.10: the state that lists are made from; all copies of a title have one row. */
  WatchState row(Account account, String itemId) {
    return rows.computeIfAbsent(account.id(), key -> new ConcurrentHashMap<>())
        .getOrDefault(keys.apply(itemId), WatchState.NONE);
  }

  WatchState of(Account account, String itemId) {
    return of(account).getOrDefault(itemId, WatchState.NONE);
  }

  WatchState change(Account account, String itemId, UnaryOperator<WatchState> change) {
    WatchState next =
        of(account)
            .compute(itemId, (key, old) -> change.apply(old == null ? WatchState.NONE : old));
    rows.computeIfAbsent(account.id(), key -> new ConcurrentHashMap<>())
        .put(keys.apply(itemId), next);
    return next;
  }

  /** Jellyfin: below 5 % counts as not begun, above 90 % as watched, under 5 minutes likewise. */
  static WatchState atPosition(WatchState state, long ticks, long runtime) {
    // Jellyfin: without a length the first report is the end.
    if (runtime <= 0) {
      return state.withPosition(0).withPlayed(true);
    }
    double percent = 100.0 * ticks / runtime;
    if (percent < MIN_RESUME_PERCENT) {
      return state.withPosition(0);
    }
    boolean finished = percent > MAX_RESUME_PERCENT || ticks >= runtime;
    if (finished || runtime / TICKS_PER_SECOND < MIN_RESUME_SECONDS) {
      return state.withPosition(0).withPlayed(true);
    }
    return state.withPosition(ticks);
  }

  private Map<String, WatchState> of(Account account) {
    return states.computeIfAbsent(account.id(), key -> new ConcurrentHashMap<>());
  }
}
