package com.stoganet.proxy.media;

import com.stoganet.proxy.media.WatchHistory.Viewed;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Each title once, since several copies or episodes of it may be begun, each with a position of its
 * own.
 *
 * <p>Jellyfin 10.10 lists all copies when one of them was begun, the others with position 0.
 */
final class ViewedTitles {

  /** The copy or episode to go on with comes first. */
  private static final Comparator<Viewed> BEST_FIRST =
      Comparator.<Viewed, Boolean>comparing(viewed -> viewed.progress().positionMillis() == 0)
          .thenComparing(Viewed::lastPlayed, Comparator.nullsLast(Comparator.reverseOrder()))
          .thenComparing(viewed -> -viewed.progress().positionMillis());

  private ViewedTitles() {}

  /**
   * Movies, and one episode of each series, that were begun, in the order given, without what is
   * done.
   */
  static List<Viewed> inProgress(List<Viewed> viewed) {
    Map<CatalogId, Viewed> titles = new LinkedHashMap<>();
    for (Viewed each : viewed) {
      if (!isDone(each)) {
        titles.merge(each.title().id(), each, ViewedTitles::better);
      }
    }
    return List.copyOf(titles.values());
  }

  /** One episode of each series, in the order given: that of the copy that was watched last. */
  static List<Viewed> nextUp(List<Viewed> viewed) {
    Map<CatalogId, Viewed> series = new LinkedHashMap<>();
    viewed.forEach(each -> series.putIfAbsent(each.title().id(), each));
    return List.copyOf(series.values());
  }

  private static boolean isDone(Viewed viewed) {
    return viewed.progress().played() && viewed.progress().positionMillis() == 0;
  }

  private static Viewed better(Viewed one, Viewed other) {
    return BEST_FIRST.compare(one, other) <= 0 ? one : other;
  }
}
