package com.stoganet.sandbox.arr;

import com.stoganet.sandbox.Dto;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;

/** Series as Sonarr writes them. */
final class SeriesJson {
  private final ArrState state;

  SeriesJson(ArrState state) {
    this.state = state;
  }

  /** From the library, with everything that is linked to it. */
  Dto kept(StoredSeries series) {
    List<StoredSeries.StoredEpisode> ordinary =
        series.episodes.stream().filter(episode -> episode.facts.season() > 0).toList();
    long seasons = series.seasons.keySet().stream().filter(number -> number > 0).count();
    return linked(series)
        .put("images", series.facts.poster == null ? List.of() : keptImages(series))
        .put("nextAiring", Wire.date(next(series.episodes)))
        .put("previousAiring", Wire.date(previous(series.episodes)))
        .put("seasons", series.seasons.keySet().stream().map(n -> season(series, n)).toList())
        .put("rootFolderPath", series.path.substring(0, series.path.lastIndexOf('/') + 1))
        .put("statistics", statistics(new Dto().put("seasonCount", seasons), ordinary))
        .put("id", series.id);
  }

  /** As part of an episode or a row: without statistics, root folder and own pictures. */
  Dto linked(StoredSeries series) {
    return library(facts(series.facts), series)
        .put("images", remoteImages(series.facts))
        .put(
            "seasons",
            series.seasons.entrySet().stream()
                .map(each -> season(each.getKey(), each.getValue()))
                .toList())
        .put("id", series.id);
  }

  /** Sonarr: the statistics of a lookup are zeros, even of what is kept. */
  Dto offered(SeriesFacts facts, StoredSeries series) {
    Dto json = facts(facts);
    json.put("images", facts.poster == null ? List.of() : images(facts));
    json.put("remotePoster", facts.poster).put("folder", StoredSeries.folder(facts));
    json.put("statistics", zeros());
    if (series != null) {
      json.put(
          "seasons",
          series.seasons.entrySet().stream()
              .map(each -> season(each.getKey(), each.getValue()))
              .toList());
      return library(json, series).put("id", series.id);
    }
    return json.put("seasons", facts.seasons().stream().map(n -> season(n, n > 0)).toList())
        .put("qualityProfileId", 0)
        .put("seasonFolder", false)
        .put("monitored", true)
        .put("monitorNewItems", "all")
        .put("seriesType", "standard")
        .put("tags", List.of())
        .put("added", Wire.NEVER);
  }

  private static Dto library(Dto json, StoredSeries series) {
    return json.put("path", series.path)
        .put("qualityProfileId", series.profile)
        .put("seasonFolder", series.seasonFolder)
        .put("monitored", series.monitored)
        .put("monitorNewItems", series.monitorNewItems)
        .put("seriesType", series.seriesType)
        .put("tags", series.tags)
        .put("added", Wire.date(series.added));
  }

  private static Dto facts(SeriesFacts facts) {
    String clean = facts.title.toLowerCase(Locale.ROOT);
    return new Dto()
        .put("title", facts.title)
        .put("sortTitle", clean.replaceFirst("^(the|an?) ", ""))
        .put("status", facts.status)
        .put("ended", facts.status.equals("ended"))
        .put("overview", facts.overview)
        .put("network", facts.network)
        .put("airTime", "20:00")
        .put("originalLanguage", Wire.english())
        .put("year", facts.year)
        .put("useSceneNumbering", false)
        .put("runtime", facts.runtime)
        .put("tvdbId", facts.tvdbId)
        .put("tvRageId", 0)
        .put("tvMazeId", 0)
        .put("tmdbId", facts.tmdbId)
        .put("firstAired", Wire.date(airs(facts).min(Comparator.naturalOrder()).orElse(null)))
        .put("lastAired", Wire.date(airs(facts).max(Comparator.naturalOrder()).orElse(null)))
        .put("cleanTitle", clean.replaceAll("[^\\p{L}\\d]", ""))
        .put("imdbId", facts.imdbId)
        .put("titleSlug", clean.replaceAll("[^\\p{L}\\d]+", "-"))
        .put("certification", facts.certification)
        .put("genres", facts.genres)
        .put("ratings", new Dto().put("votes", 1200).put("value", facts.rating))
        .put("languageProfileId", 1);
  }

  private static Stream<Instant> airs(SeriesFacts facts) {
    return facts.episodes.stream()
        .filter(episode -> episode.season() > 0)
        .map(SeriesFacts.EpisodeFacts::airs)
        .filter(Objects::nonNull);
  }

  private static Dto season(int number, boolean monitored) {
    return new Dto().put("seasonNumber", number).put("monitored", monitored);
  }

  private Dto season(StoredSeries series, int number) {
    List<StoredSeries.StoredEpisode> episodes = series.season(number);
    Dto statistics =
        new Dto()
            .put("nextAiring", Wire.date(next(episodes)))
            .put("previousAiring", Wire.date(previous(episodes)));
    return season(number, series.seasons.get(number))
        .put("statistics", statistics(statistics, episodes));
  }

  /** Sonarr: what counts as an episode is monitored and has aired, or has a file. */
  private Dto statistics(Dto json, List<StoredSeries.StoredEpisode> episodes) {
    Instant now = state.now();
    long files = episodes.stream().filter(StoredSeries.StoredEpisode::hasFile).count();
    long count =
        episodes.stream().filter(e -> e.hasFile() || (e.monitored && e.aired(now))).count();
    long size = episodes.stream().mapToLong(episode -> episode.size).sum();
    return json.put("episodeFileCount", files)
        .put("episodeCount", count)
        .put("totalEpisodeCount", episodes.size())
        .put("sizeOnDisk", size)
        .put("releaseGroups", files == 0 ? List.of() : List.of("INVENTED"))
        .put("percentOfEpisodes", count == 0 ? 0.0 : files * 100.0 / count);
  }

  private static Dto zeros() {
    return new Dto()
        .put("seasonCount", 0)
        .put("episodeFileCount", 0)
        .put("episodeCount", 0)
        .put("totalEpisodeCount", 0)
        .put("sizeOnDisk", 0)
        .put("percentOfEpisodes", 0);
  }

  /** Sonarr: of what is monitored. */
  private Instant next(List<StoredSeries.StoredEpisode> episodes) {
    return airing(episodes, state.now(), false).min(Comparator.naturalOrder()).orElse(null);
  }

  private Instant previous(List<StoredSeries.StoredEpisode> episodes) {
    return airing(episodes, state.now(), true).max(Comparator.naturalOrder()).orElse(null);
  }

  private static Stream<Instant> airing(
      List<StoredSeries.StoredEpisode> episodes, Instant now, boolean aired) {
    return episodes.stream()
        .filter(episode -> episode.monitored && episode.facts.airs() != null)
        .filter(episode -> episode.aired(now) == aired)
        .map(episode -> episode.facts.airs());
  }

  private List<Dto> keptImages(StoredSeries series) {
    return Covers.kept(state.urlBase, series.id, series.facts.poster, series.facts.fanart);
  }

  private static List<Dto> remoteImages(SeriesFacts facts) {
    return facts.poster == null ? List.of() : Covers.remote(facts.poster, facts.fanart);
  }

  private List<Dto> images(SeriesFacts facts) {
    return Covers.offered(state.urlBase, facts.poster, facts.fanart);
  }
}
