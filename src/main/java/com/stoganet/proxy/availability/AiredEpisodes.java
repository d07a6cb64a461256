package com.stoganet.proxy.availability;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.stoganet.proxy.acquisition.Arr;
import com.stoganet.proxy.acquisition.ArrEpisode;
import com.stoganet.proxy.acquisition.ArrTitle;
import com.stoganet.proxy.acquisition.RequestedScope.EpisodeNumber;
import com.stoganet.proxy.shared.ApiException;
import com.stoganet.proxy.shared.Service;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Counts the episodes of a series that have aired.
 *
 * <p>Sonarr 4 leaves unmonitored episodes out of its own count, so its 100 percent can be 3 of 28
 * episodes. Therefore this class counts the episodes themselves; while they are unknown, old
 * seasons count as aired in full.
 */
@Service
public class AiredEpisodes {

  private static final long ROOM = 2_000;
  private static final Duration KEPT = Duration.ofMinutes(10);

  private record Key(String server, ArrTitle series) {}

  private final Clock clock;
  private final Cache<Key, List<ArrEpisode>> episodes =
      Caffeine.newBuilder().maximumSize(ROOM).expireAfterWrite(KEPT).build();

  @Inject
  public AiredEpisodes(Clock clock) {
    this.clock = clock;
  }

  /** The number of episodes with a file, and of those that have aired; specials do not count. */
  TitleStatus.EpisodeCounts counts(Arr arr, ArrTitle series, Duration patience) {
    int here =
        series.seasons().stream()
            .filter(AiredEpisodes::counts)
            .mapToInt(ArrTitle.Season::files)
            .sum();
    Optional<List<ArrEpisode>> known = episodes(arr, series, patience);
    int counted = known.map(this::count).orElseGet(() -> estimate(series));
    return new TitleStatus.EpisodeCounts(here, Math.max(here, counted));
  }

  /**
   * All episodes; empty when the server does not answer, or they are unknown and {@code patience}
   * is zero.
   */
  public Optional<List<ArrEpisode>> episodes(Arr arr, ArrTitle series, Duration patience) {
    Key key = new Key(arr.name(), series);
    List<ArrEpisode> known = episodes.getIfPresent(key);
    return Optional.ofNullable(known == null && !patience.isZero() ? ask(arr, series, key) : known);
  }

  /**
   * Whether all these episodes have a file; without episodes, whether all of the series has. While
   * the episodes are unknown, only complete seasons count.
   */
  boolean haveFiles(Arr arr, ArrTitle series, List<EpisodeNumber> numbers, Duration patience) {
    List<ArrTitle.Season> requested =
        series.seasons().stream()
            .filter(
                season ->
                    numbers.isEmpty()
                        ? counts(season)
                        : numbers.stream().anyMatch(number -> number.season() == season.number()))
            .toList();
    if (!requested.isEmpty() && requested.stream().allMatch(AiredEpisodes::complete)) {
      return true;
    }
    return !numbers.isEmpty()
        && episodes(arr, series, patience)
            .filter(known -> numbers.stream().allMatch(number -> hasFile(known, number)))
            .isPresent();
  }

  private static boolean hasFile(List<ArrEpisode> known, EpisodeNumber number) {
    return known.stream()
        .filter(each -> each.season() == number.season() && each.number() == number.number())
        .anyMatch(ArrEpisode::hasFile);
  }

  private static boolean complete(ArrTitle.Season season) {
    return season.total() > 0 && season.files() >= season.total();
  }

  private List<ArrEpisode> ask(Arr arr, ArrTitle series, Key key) {
    try {
      List<ArrEpisode> told = arr.episodes(series);
      episodes.put(key, told);
      return told;
    } catch (ApiException e) {
      return null;
    }
  }

  private int count(List<ArrEpisode> known) {
    return (int) known.stream().filter(each -> each.season() > 0).filter(this::aired).count();
  }

  /** Whether an episode has aired; an episode with a file has. */
  public boolean aired(ArrEpisode episode) {
    return episode.hasFile() || episode.airs().filter(clock.instant()::isAfter).isPresent();
  }

  private static int estimate(ArrTitle series) {
    int newest =
        series.seasons().stream()
            .filter(season -> season.files() > 0 || season.wanted() > 0)
            .mapToInt(ArrTitle.Season::number)
            .max()
            .orElse(0);
    return series.seasons().stream()
        .filter(AiredEpisodes::counts)
        .mapToInt(season -> estimate(season, series.ended() || season.number() < newest))
        .sum();
  }

  private static int estimate(ArrTitle.Season season, boolean over) {
    return over ? season.total() : Math.max(season.files(), season.wanted());
  }

  private static boolean counts(ArrTitle.Season season) {
    return season.number() > 0;
  }
}
