package com.stoganet.proxy.clients.arr;

import com.stoganet.proxy.arrivals.CalendarEntry;
import com.stoganet.proxy.arrivals.CalendarEntry.Event;
import com.stoganet.proxy.arrivals.Kept;
import com.stoganet.proxy.arrivals.KeptEpisode;
import com.stoganet.proxy.arrivals.Offer;
import com.stoganet.proxy.media.CatalogId;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Puts series of Sonarr into our words. */
final class SonarrTitles {

  private SonarrTitles() {}

  static Offer offer(CatalogId.Tmdb id, Series series) {
    String poster = Cover.open(series.remotePoster);
    return new Offer(
        id,
        Lenient.text(series.title),
        "",
        Lenient.number(series.year),
        Lenient.text(series.overview),
        poster.isEmpty() ? Cover.address(series.images, "poster") : poster,
        Cover.address(series.images, "fanart"),
        Lenient.text(series.certification),
        Lenient.list(series.genres),
        Lenient.number(series.runtime),
        series.ratings == null ? 0 : Lenient.rating(series.ratings.value),
        seasonNumbers(series));
  }

  /** In order, the specials first. */
  static List<Integer> seasonNumbers(Series series) {
    return Lenient.list(series.seasons).stream()
        .filter(season -> season.seasonNumber != null)
        .map(season -> season.seasonNumber)
        .distinct()
        .sorted()
        .toList();
  }

  static Kept kept(CatalogId.Tmdb id, Series series, LocalDate today) {
    List<Kept.Season> seasons =
        Lenient.list(series.seasons).stream()
            .filter(season -> season.seasonNumber != null)
            .map(SonarrTitles::season)
            .sorted(Comparator.comparingInt(Kept.Season::number))
            .toList();
    return new Kept(
        id,
        Lenient.number(series.id),
        Lenient.text(series.title),
        Lenient.number(series.year),
        Lenient.truth(series.monitored),
        seasons.stream().anyMatch(season -> season.files() > 0),
        aired(series, today),
        ArrDates.day(series.nextAiring).or(() -> ArrDates.day(series.firstAired)),
        Lenient.truth(series.ended) || "ended".equals(series.status),
        seasons);
  }

  static KeptEpisode episode(EpisodeItem episode) {
    return new KeptEpisode(
        episode.id,
        Lenient.number(episode.seasonNumber),
        Lenient.number(episode.episodeNumber),
        Lenient.text(episode.title),
        Lenient.truth(episode.monitored),
        Lenient.truth(episode.hasFile),
        ArrDates.instant(episode.airDateUtc));
  }

  /** On the day where it is broadcast, which at night is not the day of UTC. */
  static Optional<CalendarEntry> entry(CatalogId.Tmdb id, EpisodeItem episode) {
    return ArrDates.day(episode.airDate)
        .or(() -> ArrDates.day(episode.airDateUtc))
        .map(
            day ->
                new CalendarEntry(
                    id,
                    Lenient.text(episode.series.title),
                    Lenient.text(episode.series.certification),
                    day,
                    ArrDates.instant(episode.airDateUtc),
                    Event.EPISODE,
                    Lenient.number(episode.seasonNumber),
                    Lenient.number(episode.episodeNumber),
                    Lenient.text(episode.title),
                    Lenient.truth(episode.hasFile)));
  }

  private static Kept.Season season(Series.SeasonItem season) {
    Series.Statistics counts =
        season.statistics == null ? new Series.Statistics() : season.statistics;
    return new Kept.Season(
        season.seasonNumber,
        Lenient.truth(season.monitored),
        Lenient.number(counts.episodeFileCount),
        Lenient.number(counts.episodeCount),
        Lenient.number(counts.totalEpisodeCount));
  }

  /** Sonarr 4 tells the previous airing of monitored episodes only. */
  private static boolean aired(Series series, LocalDate today) {
    return ArrDates.day(series.previousAiring)
        .or(() -> ArrDates.day(series.firstAired))
        .filter(day -> !day.isAfter(today))
        .isPresent();
  }
}
