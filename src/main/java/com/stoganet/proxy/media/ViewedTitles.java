package com.stoganet.proxy.media;

import com.stoganet.proxy.media.WatchHistory.Viewed;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Each title once, since several copies of it may be begun, each with a position of its own.
 *
 * <p>Jellyfin 10.10 lists all copies when one of them was begun, the others with position 0.
 */
final class ViewedTitles {

  /** The copy to go on with comes first. */
  private static final Comparator<Viewed> BEST_FIRST =
      Comparator.<Viewed, Boolean>comparing(viewed -> viewed.progress().positionMillis() == 0)
          .thenComparing(Viewed::lastPlayed, Comparator.nullsLast(Comparator.reverseOrder()))
          .thenComparing(viewed -> -viewed.progress().positionMillis());

  /** A movie, or an episode by its number, which its copies have in common. */
  private record Place(CatalogId title, int season, int episode) {}

  private ViewedTitles() {}

  /** Movies and episodes that were begun, in the order given, without what is done. */
  static List<Viewed> inProgress(List<Viewed> viewed) {
    Map<Place, Viewed> places = new LinkedHashMap<>();
    for (Viewed each : viewed) {
      if (!isDone(each)) {
        places.merge(place(each), each, ViewedTitles::better);
      }
    }
    return List.copyOf(places.values());
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

  private static Place place(Viewed viewed) {
    Episode episode = viewed.episode();
    return episode == null
        ? new Place(viewed.title().id(), 0, 0)
        : new Place(viewed.title().id(), episode.season(), episode.number());
  }
}
