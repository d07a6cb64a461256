package com.stoganet.proxy.acquisition;

import com.stoganet.proxy.media.CatalogId;
import java.util.Comparator;
import java.util.Set;

/**
 * What somebody wants of a title.
 *
 * @param seasons whole seasons of a series; with no seasons and no episodes, all of them but the
 *     specials; empty for a movie
 * @param episodes single episodes of other seasons
 */
public record RequestedScope(CatalogId.Tmdb id, Set<Integer> seasons, Set<EpisodeNumber> episodes) {

  /** An episode by its place. */
  public record EpisodeNumber(int season, int number) implements Comparable<EpisodeNumber> {

    private static final Comparator<EpisodeNumber> AS_AIRED =
        Comparator.comparingInt(EpisodeNumber::season).thenComparingInt(EpisodeNumber::number);

    @Override
    public int compareTo(EpisodeNumber other) {
      return AS_AIRED.compare(this, other);
    }
  }

  /** Whether it names neither seasons nor episodes. */
  public boolean whole() {
    return seasons.isEmpty() && episodes.isEmpty();
  }

  /** Whether whoever has this wish fulfilled has the other one fulfilled as well. */
  public boolean covers(RequestedScope other) {
    return (whole() || !other.whole())
        && other.seasons().stream().allMatch(this::covers)
        && other.episodes().stream()
            .allMatch(each -> covers(each.season()) || episodes.contains(each));
  }

  /** All of a series is all but its specials. */
  private boolean covers(int season) {
    return whole() ? season > 0 : seasons.contains(season);
  }

  /** All of a title. */
  public static RequestedScope of(CatalogId.Tmdb id) {
    return new RequestedScope(id, Set.of(), Set.of());
  }
}
