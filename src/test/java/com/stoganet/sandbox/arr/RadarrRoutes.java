package com.stoganet.sandbox.arr;

import com.stoganet.sandbox.Body;
import com.stoganet.sandbox.Dto;

/** Brings all parts of Radarr's API together. */
final class RadarrRoutes {
  private RadarrRoutes() {}

  static ArrRoutes of(ArrState state, Movies movies) {
    ArrRoutes routes = new ArrRoutes();
    SystemEndpoints system = new SystemEndpoints(state);
    system.command("MoviesSearch", body -> search(movies, body));
    system.command("MissingMoviesSearch", body -> state.searches.add("missing movies"));
    system.command("RefreshMovie", body -> {});
    system.command("RescanMovie", body -> {});
    system.add(routes);
    new MovieEndpoints(state, movies).add(routes);
    new QueueEndpoints(state, (json, row, call) -> about(state, movies, json, row, call))
        .add(routes);
    return routes;
  }

  private static void search(Movies movies, Body body) {
    for (int id : body.numbers("movieIds")) {
      if (movies.get(id) == null) {
        throw ArrErrors.noSuch("Movie", id);
      }
      movies.search(movies.get(id));
    }
  }

  private static void about(
      ArrState state, Movies movies, Dto json, Downloads.Row row, ArrCall call) {
    StoredMovie movie = movies.get(row.target().title());
    if (movie != null) {
      json.put("movieId", movie.id);
      if (call.query().flag("includeMovie", false)) {
        json.put("movie", new MovieJson(state).kept(movie));
      }
    }
  }
}
