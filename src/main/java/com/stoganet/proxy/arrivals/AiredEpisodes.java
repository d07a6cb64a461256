package com.stoganet.proxy.arrivals;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.stoganet.proxy.shared.ApiException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Counts what has aired of a series.
 *
 * <p>Sonarr 4: its own count leaves out whatever nobody wants, so that 100 percent can be 3 of 28
 * episodes. Only the episodes themselves tell; as long as they are not known, old seasons count as
 * aired in full.
 */
@ApplicationScoped
public class AiredEpisodes {

  private static final long ROOM = 2_000;
  private static final Duration KEPT = Duration.ofMinutes(10);

  private record Key(String server, Kept series) {}

  private final Clock clock;
  private final Cache<Key, List<KeptEpisode>> episodes =
      Caffeine.newBuilder().maximumSize(ROOM).expireAfterWrite(KEPT).build();

  /** For the proxies of CDI only. */
  protected AiredEpisodes() {
    this(null);
  }

  @Inject
  public AiredEpisodes(Clock clock) {
    this.clock = clock;
  }

  /** How many episodes are here, and how many have aired; specials do not count. */
  TitleState.Tally tally(Arr arr, Kept series, Duration patience) {
    int here =
        series.seasons().stream().filter(AiredEpisodes::counts).mapToInt(Kept.Season::files).sum();
    Optional<List<KeptEpisode>> known = episodes(arr, series, patience);
    int counted = known.map(this::count).orElseGet(() -> estimate(series));
    return new TitleState.Tally(here, Math.max(here, counted));
  }

  /** All episodes; empty when nobody tells. */
  Optional<List<KeptEpisode>> episodes(Arr arr, Kept series, Duration patience) {
    Key key = new Key(arr.name(), series);
    List<KeptEpisode> known = episodes.getIfPresent(key);
    return Optional.ofNullable(known == null && !patience.isZero() ? ask(arr, series, key) : known);
  }

  private List<KeptEpisode> ask(Arr arr, Kept series, Key key) {
    try {
      List<KeptEpisode> told = arr.episodes(series);
      episodes.put(key, told);
      return told;
    } catch (ApiException e) {
      return null;
    }
  }

  private int count(List<KeptEpisode> known) {
    return (int) known.stream().filter(each -> each.season() > 0).filter(this::aired).count();
  }

  /** Whatever has a file has, too. */
  boolean aired(KeptEpisode episode) {
    return episode.hasFile() || episode.airs().filter(clock.instant()::isAfter).isPresent();
  }

  private static int estimate(Kept series) {
    int newest =
        series.seasons().stream()
            .filter(season -> season.files() > 0 || season.wanted() > 0)
            .mapToInt(Kept.Season::number)
            .max()
            .orElse(0);
    return series.seasons().stream()
        .filter(AiredEpisodes::counts)
        .mapToInt(season -> estimate(season, series.ended() || season.number() < newest))
        .sum();
  }

  private static int estimate(Kept.Season season, boolean over) {
    return over ? season.total() : Math.max(season.files(), season.wanted());
  }

  private static boolean counts(Kept.Season season) {
    return season.number() > 0;
  }
}
