package com.stoganet.sandbox.arr;

import com.stoganet.sandbox.Body;

/** What Sonarr can be told to look for. */
final class SeriesCommands {
  private final ArrState state;
  private final Shows shows;

  SeriesCommands(ArrState state, Shows shows) {
    this.state = state;
    this.shows = shows;
  }

  void add(SystemEndpoints system) {
    system.command("SeriesSearch", body -> shows.search("series", series(body), ""));
    system.command("SeasonSearch", this::season);
    system.command("EpisodeSearch", this::episodes);
    system.command("MissingEpisodeSearch", this::missing);
    system.command("RefreshSeries", body -> {});
    system.command("RescanSeries", body -> {});
  }

  private void season(Body body) {
    int number = body.number("seasonNumber").orElse(0L).intValue();
    shows.search("season", series(body), " " + Shows.season(number));
  }

  private void episodes(Body body) {
    for (int id : body.numbers("episodeIds")) {
      Shows.Found found = shows.episode(id).orElseThrow(() -> ArrErrors.noSuch("Episode", id));
      shows.search("episode", found.series(), " " + Shows.place(found.episode().facts));
    }
  }

  private void missing(Body body) {
    if (body.has("seriesId")) {
      shows.search("missing", series(body), "");
    } else {
      state.searches.add("missing episodes");
    }
  }

  private StoredSeries series(Body body) {
    int id = body.number("seriesId").orElse(0L).intValue();
    StoredSeries series = shows.get(id);
    if (series == null) {
      throw ArrErrors.noSuch("Series", id);
    }
    return series;
  }
}
