package com.stoganet.proxy.clients.jellyfin;

import com.stoganet.proxy.media.Episode;
import com.stoganet.proxy.media.JellyfinId;
import com.stoganet.proxy.media.Season;
import com.stoganet.proxy.media.TitleDetail.Show;
import com.stoganet.proxy.shared.Background;
import com.stoganet.proxy.shared.Caller;
import com.stoganet.proxy.shared.Service;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

/** The seasons and episodes of a series as Jellyfin shows them to the caller. */
@Service
public class JellyfinShows {

  private static final String SEASON_FIELDS = "ChildCount,Overview";
  private static final String EPISODE_FIELDS = "Overview,MediaSources,PlayAccess";

  private final JellyfinConnection jellyfin;
  private final Background background;
  private final Clock clock;

  @Inject
  public JellyfinShows(JellyfinConnection jellyfin, Background background, Clock clock) {
    this.jellyfin = jellyfin;
    this.background = background;
    this.clock = clock;
  }

  /** All parts of a series, requested in parallel. */
  Show show(Caller caller, JellyfinId series) {
    CompletableFuture<Optional<Episode>> inProgress =
        background.ask(() -> inProgress(caller, series));
    CompletableFuture<Optional<Episode>> next = background.ask(() -> next(caller, series));
    List<Season> seasons = seasons(caller, series);
    Optional<Episode> start = first(caller, series, seasons);
    Optional<Episode> resume = Background.await(inProgress).or(() -> Background.await(next));
    return new Show(seasons, resume, start);
  }

  /** Empty when the series has no such season. */
  Optional<List<Episode>> episodes(Caller caller, JellyfinId series, int season) {
    List<Episode> episodes = episodes(caller, series, season, null, null);
    boolean known =
        !episodes.isEmpty()
            || seasons(caller, series).stream().anyMatch(each -> each.number() == season);
    return known ? Optional.of(episodes) : Optional.empty();
  }

  /**
   * The seasons with a number; a missing season of Jellyfin 12 has none and cannot be requested.
   */
  private List<Season> seasons(Caller caller, JellyfinId series) {
    return jellyfin
        .read(
            api ->
                api.seasons(
                    AuthorizationHeader.of(caller),
                    series.hex(),
                    caller.jellyfinUserId(),
                    SEASON_FIELDS))
        .stream()
        .filter(season -> season.indexNumber != null)
        .map(ItemEpisodes::season)
        .toList();
  }

  private List<Episode> episodes(
      Caller caller, JellyfinId series, int season, Boolean missing, Integer limit) {
    return episodes(
            jellyfin.read(
                api ->
                    api.episodes(
                        AuthorizationHeader.of(caller),
                        series.hex(),
                        caller.jellyfinUserId(),
                        season,
                        missing,
                        limit,
                        EPISODE_FIELDS)))
        .toList();
  }

  /** The first episode with a file; a series does not begin with the specials (season 0). */
  private Optional<Episode> first(Caller caller, JellyfinId series, List<Season> seasons) {
    return seasons.stream()
        .filter(season -> season.number() > 0)
        .sorted(Comparator.comparing(Season::number))
        .map(season -> episodes(caller, series, season.number(), false, 1))
        .flatMap(List::stream)
        .findFirst();
  }

  private Optional<Episode> inProgress(Caller caller, JellyfinId series) {
    return episodes(
            jellyfin.read(
                api ->
                    api.resume(
                        AuthorizationHeader.of(caller),
                        caller.jellyfinUserId(),
                        series.hex(),
                        "Video",
                        1,
                        false,
                        EPISODE_FIELDS)))
        .findFirst();
  }

  private Optional<Episode> next(Caller caller, JellyfinId series) {
    return episodes(
            jellyfin.read(
                api ->
                    api.nextUp(
                        AuthorizationHeader.of(caller),
                        caller.jellyfinUserId(),
                        series.hex(),
                        1,
                        true,
                        true,
                        false,
                        EPISODE_FIELDS)))
        .filter(episode -> episode.playable().isPresent())
        .findFirst();
  }

  private Stream<Episode> episodes(ItemPage page) {
    LocalDate today = LocalDate.now(clock);
    return page.stream()
        .filter(JellyfinItems::isEpisode)
        .map(item -> ItemEpisodes.episode(item, today));
  }
}
