package com.stoganet.proxy.clients.arr;

import com.stoganet.proxy.acquisition.RequestRejectedException;
import com.stoganet.proxy.acquisition.RequestedScope;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The seasons of a series, and which of them a request means. */
record SeasonChoice(List<Integer> all) {

  /**
   * @throws RequestRejectedException when the request names a season that the series does not have
   */
  void check(RequestedScope scope) {
    if (!all.containsAll(scope.seasons())) {
      throw new RequestRejectedException("no_such_season", "There is no such season.");
    }
    if (!scope.episodes().stream().allMatch(episode -> all.contains(episode.season()))) {
      throw noSuchEpisode();
    }
  }

  /** The requested seasons; all but the specials when the request names none. */
  Set<Integer> wanted(RequestedScope scope) {
    if (!isAll(scope)) {
      return scope.seasons();
    }
    Set<Integer> regular = new HashSet<>(all);
    regular.remove(0);
    return regular;
  }

  static boolean isAll(RequestedScope scope) {
    return scope.seasons().isEmpty() && scope.episodes().isEmpty();
  }

  static RequestRejectedException noSuchEpisode() {
    return new RequestRejectedException("no_such_episode", "There is no such episode.");
  }
}
