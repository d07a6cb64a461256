package com.stoganet.proxy.clients.arr;

import com.stoganet.proxy.arrivals.Wish;
import com.stoganet.proxy.arrivals.WishRefused;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The seasons there are, and which of them a wish means. */
record SeasonChoice(List<Integer> all) {

  /**
   * @throws WishRefused when the wish names a season that is not there
   */
  void check(Wish wish) {
    if (!all.containsAll(wish.seasons())) {
      throw new WishRefused("no_such_season", "There is no such season.");
    }
    if (!wish.episodes().stream().allMatch(episode -> all.contains(episode.season()))) {
      throw noSuchEpisode();
    }
  }

  /** Without a choice all but the specials. */
  Set<Integer> wanted(Wish wish) {
    if (!isAll(wish)) {
      return wish.seasons();
    }
    Set<Integer> regular = new HashSet<>(all);
    regular.remove(0);
    return regular;
  }

  static boolean isAll(Wish wish) {
    return wish.seasons().isEmpty() && wish.episodes().isEmpty();
  }

  static WishRefused noSuchEpisode() {
    return new WishRefused("no_such_episode", "There is no such episode.");
  }
}
