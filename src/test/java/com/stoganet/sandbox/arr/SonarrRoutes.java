package com.stoganet.sandbox.arr;

import com.stoganet.sandbox.Dto;

/** Brings all parts of Sonarr's API together. */
final class SonarrRoutes {
  private SonarrRoutes() {}

  static ArrRoutes of(ArrState state, Shows shows) {
    ArrRoutes routes = new ArrRoutes();
    SystemEndpoints system = new SystemEndpoints(state);
    new SeriesCommands(state, shows).add(system);
    system.add(routes);
    new SeriesEndpoints(state, shows).add(routes);
    new EpisodeEndpoints(state, shows).add(routes);
    new QueueEndpoints(state, (json, row, call) -> about(state, shows, json, row, call))
        .add(routes);
    return routes;
  }

  private static void about(
      ArrState state, Shows shows, Dto json, Downloads.Row row, ArrCall call) {
    Shows.Found found = shows.episode(row.target().episode()).orElse(null);
    if (found == null) {
      json.put("episodeHasFile", false);
      return;
    }
    json.put("seriesId", found.series().id)
        .put("episodeId", found.episode().id)
        .put("seasonNumber", found.episode().facts.season())
        .put("episodeHasFile", found.episode().hasFile());
    if (call.query().flag("includeSeries", false)) {
      json.put("series", new SeriesJson(state).linked(found.series()));
    }
    if (call.query().flag("includeEpisode", false)) {
      json.put("episode", new EpisodeJson(state).json(found, false));
    }
  }
}
