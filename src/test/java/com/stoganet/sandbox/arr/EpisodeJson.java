package com.stoganet.sandbox.arr;

import com.stoganet.sandbox.Dto;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** Episodes as Sonarr writes them. */
final class EpisodeJson {
  private final SeriesJson series;

  EpisodeJson(ArrState state) {
    this.series = new SeriesJson(state);
  }

  Dto json(Shows.Found found, boolean withSeries) {
    StoredSeries.StoredEpisode episode = found.episode();
    SeriesFacts.EpisodeFacts facts = episode.facts;
    return new Dto()
        .put("seriesId", found.series().id)
        .put("tvdbId", facts.tvdbId())
        .put("episodeFileId", episode.fileId)
        .put("seasonNumber", facts.season())
        .put("episodeNumber", facts.number())
        .put("title", facts.title())
        .put("airDate", facts.airs() == null ? null : day(facts))
        .put("airDateUtc", Wire.date(facts.airs()))
        .put("runtime", found.series().facts.runtime)
        .put("finaleType", last(found) ? "season" : null)
        .put("overview", "In which " + facts.title() + " turns out to be a clue.")
        .put("hasFile", episode.hasFile())
        .put("monitored", episode.monitored)
        .put("lastSearchTime", Wire.date(episode.lastSearch))
        .put("unverifiedSceneNumbering", false)
        .put("series", withSeries ? series.linked(found.series()) : null)
        .put("id", episode.id);
  }

  private static String day(SeriesFacts.EpisodeFacts facts) {
    return LocalDate.ofInstant(facts.airs(), ZoneOffset.UTC).toString();
  }

  private static boolean last(Shows.Found found) {
    int season = found.episode().facts.season();
    return season > 0
        && found.series().facts.status.equals("ended")
        && found.series().season(season).size() == found.episode().facts.number();
  }
}
