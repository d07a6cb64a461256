package com.stoganet.proxy.clients.arr;

import com.stoganet.proxy.acquisition.ArrEpisode;
import com.stoganet.proxy.acquisition.ArrTitle;
import com.stoganet.proxy.acquisition.CalendarEntry;
import com.stoganet.proxy.acquisition.CalendarEntry.Event;
import com.stoganet.proxy.acquisition.LookupResult;
import com.stoganet.proxy.media.CatalogId;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Translates series of Sonarr into the model of the proxy. */
final class SonarrTitles {

  private SonarrTitles() {}

  static LookupResult result(CatalogId.Tmdb id, Series series) {
    String poster = Cover.open(series.remotePoster);
    return new LookupResult(
        id,
        Absent.text(series.title),
        "",
        Absent.number(series.year),
        Absent.text(series.overview),
        poster.isEmpty() ? Cover.address(series.images, "poster") : poster,
        Cover.address(series.images, "fanart"),
        Absent.text(series.certification),
        Absent.list(series.genres),
        Absent.number(series.runtime),
        series.ratings == null ? 0 : Absent.rating(series.ratings.value),
        seasonNumbers(series));
  }

  /** The numbers of the seasons in ascending order; the specials (0) come first. */
  static List<Integer> seasonNumbers(Series series) {
    return Absent.list(series.seasons).stream()
        .filter(season -> season.seasonNumber != null)
        .map(season -> season.seasonNumber)
        .distinct()
        .sorted()
        .toList();
  }

  static ArrTitle title(CatalogId.Tmdb id, Series series, LocalDate today) {
    List<ArrTitle.Season> seasons =
        Absent.list(series.seasons).stream()
            .filter(season -> season.seasonNumber != null)
            .map(SonarrTitles::season)
            .sorted(Comparator.comparingInt(ArrTitle.Season::number))
            .toList();
    return new ArrTitle(
        id,
        Absent.number(series.id),
        Absent.text(series.title),
        Absent.number(series.year),
        Absent.truth(series.monitored) && (seasons.isEmpty() || wanted(series, seasons)),
        seasons.stream().anyMatch(season -> season.files() > 0),
        aired(series, today),
        ArrDates.day(series.nextAiring).or(() -> ArrDates.day(series.firstAired)),
        Absent.truth(series.ended) || "ended".equals(series.status),
        seasons);
  }

  static ArrEpisode episode(EpisodeItem episode) {
    return new ArrEpisode(
        episode.id,
        Absent.number(episode.seasonNumber),
        Absent.number(episode.episodeNumber),
        Absent.text(episode.title),
        Absent.truth(episode.monitored),
        Absent.truth(episode.hasFile),
        ArrDates.instant(episode.airDateUtc));
  }

  /**
   * An entry on the day of broadcast in the time zone of the broadcaster, which may differ from the
   * day in UTC.
   */
  static Optional<CalendarEntry> entry(CatalogId.Tmdb id, EpisodeItem episode) {
    return ArrDates.day(episode.airDate)
        .or(() -> ArrDates.day(episode.airDateUtc))
        .map(
            day ->
                new CalendarEntry(
                    id,
                    Absent.text(episode.series.title),
                    Absent.text(episode.series.certification),
                    day,
                    ArrDates.instant(episode.airDateUtc),
                    Event.EPISODE,
                    Absent.number(episode.seasonNumber),
                    Absent.number(episode.episodeNumber),
                    Absent.text(episode.title),
                    Absent.truth(episode.hasFile)));
  }

  /**
   * Whether Sonarr searches for anything of a monitored series: for a season or single episodes.
   * Sonarr counts the next airing of monitored episodes only.
   */
  private static boolean wanted(Series series, List<ArrTitle.Season> seasons) {
    return series.nextAiring != null
        || seasons.stream()
            .anyMatch(season -> season.monitored() || season.wanted() > season.files());
  }

  private static ArrTitle.Season season(Series.SeasonItem season) {
    Series.Statistics counts =
        season.statistics == null ? new Series.Statistics() : season.statistics;
    return new ArrTitle.Season(
        season.seasonNumber,
        Absent.truth(season.monitored),
        Absent.number(counts.episodeFileCount),
        Absent.number(counts.episodeCount),
        Absent.number(counts.totalEpisodeCount));
  }

  /**
   * Whether an episode has aired; Sonarr 4 reports the previous airing of monitored episodes only.
   */
  private static boolean aired(Series series, LocalDate today) {
    return ArrDates.day(series.previousAiring)
        .or(() -> ArrDates.day(series.firstAired))
        .filter(day -> !day.isAfter(today))
        .isPresent();
  }
}
