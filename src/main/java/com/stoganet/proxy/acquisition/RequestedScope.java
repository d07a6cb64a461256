package com.stoganet.proxy.acquisition;

import com.stoganet.proxy.media.CatalogId;
import java.util.Comparator;
import java.util.Set;

/**
 * The part of a title that a user requests.
 *
 * @param seasons whole seasons of a series; empty for a movie. Without seasons and episodes, the
 *     scope is all seasons except the specials
 * @param episodes single episodes of other seasons
 */
public record RequestedScope(CatalogId.Tmdb id, Set<Integer> seasons, Set<EpisodeNumber> episodes) {

  /** An episode by its season and number. */
  public record EpisodeNumber(int season, int number) implements Comparable<EpisodeNumber> {

    private static final Comparator<EpisodeNumber> AS_AIRED =
        Comparator.comparingInt(EpisodeNumber::season).thenComparingInt(EpisodeNumber::number);

    @Override
    public int compareTo(EpisodeNumber other) {
      return AS_AIRED.compare(this, other);
    }
  }

  /** Whether the scope names neither seasons nor episodes. */
  public boolean whole() {
    return seasons.isEmpty() && episodes.isEmpty();
  }

  /** Whether this scope contains the other one. */
  public boolean covers(RequestedScope other) {
    return (whole() || !other.whole())
        && other.seasons().stream().allMatch(this::covers)
        && other.episodes().stream()
            .allMatch(each -> covers(each.season()) || episodes.contains(each));
  }

  /** Whether the scope contains a season; the whole of a series does not contain its specials. */
  private boolean covers(int season) {
    return whole() ? season > 0 : seasons.contains(season);
  }

  /** The whole of a title. */
  public static RequestedScope of(CatalogId.Tmdb id) {
    return new RequestedScope(id, Set.of(), Set.of());
  }
}
