package com.stoganet.sandbox.arr;

import com.stoganet.sandbox.Body;
import com.stoganet.sandbox.Dto;
import com.stoganet.sandbox.Refusal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** Radarr's library: reading, looking up, changing. */
final class MovieEndpoints {
  private final ArrState state;
  private final Movies movies;
  private final MovieJson json;

  MovieEndpoints(ArrState state, Movies movies) {
    this.state = state;
    this.movies = movies;
    this.json = new MovieJson(state);
  }

  void add(ArrRoutes routes) {
    routes.get("/api/v3/movie", this::list, "tmdbId", "excludeLocalCovers", "languageId");
    routes.get("/api/v3/movie/{id}", call -> json.kept(byId(call)));
    routes.get("/api/v3/movie/lookup", this::lookup, "term");
    routes.create("/api/v3/movie", new AddMovie(state, movies)::add);
    routes.put("/api/v3/movie/editor", this::edit);
    routes.put("/api/v3/movie/{id}", this::replace, "moveFiles");
    routes.delete("/api/v3/movie/{id}", this::delete, "deleteFiles", "addImportExclusion");
    routes.get("/api/v3/calendar", this::calendar, "start", "end", "unmonitored", "tags");
    routes.get("/api/v3/history/since", this::history, "date", "eventType", "includeMovie");
  }

  private List<Dto> list(ArrCall call) {
    return call.query()
        .number("tmdbId")
        .map(tmdbId -> Stream.ofNullable(movies.withTmdb(tmdbId)))
        .orElseGet(() -> movies.all().stream())
        .map(json::kept)
        .toList();
  }

  /** Radarr: by id this is ASP.NET's own error. */
  private StoredMovie byId(ArrCall call) {
    StoredMovie movie = movies.get(call.id());
    if (movie == null) {
      throw Refusal.problem(404);
    }
    return movie;
  }

  private StoredMovie changed(ArrCall call) {
    StoredMovie movie = movies.get(call.id());
    if (movie == null) {
      throw ArrErrors.noSuch("Movie", call.id());
    }
    return movie;
  }

  private List<Dto> lookup(ArrCall call) {
    String text = call.query().text("term").orElse("");
    if (state.metadataAway) {
      throw ArrErrors.metadataAway(text);
    }
    Terms terms = new Terms(text);
    return found(terms).map(facts -> json.offered(facts, movies.withTmdb(facts.tmdbId))).toList();
  }

  private Stream<MovieFacts> found(Terms terms) {
    if (terms.identifier("tmdb").isPresent()) {
      int number = Terms.number(terms.identifier("tmdb").get());
      return Stream.ofNullable(movies.known.get(number));
    }
    if (terms.identifier("imdb").isPresent()) {
      String imdbId = terms.identifier("imdb").get();
      return movies.known.values().stream().filter(facts -> imdbId.equals(facts.imdbId));
    }
    return movies.known.values().stream().filter(facts -> terms.matches(facts.title, facts.year));
  }

  /** Radarr: all of them, or none; what is not named stays as it is. */
  private List<Dto> edit(ArrCall call) {
    Body body = call.body();
    List<Integer> ids = body.numbers("movieIds");
    List<StoredMovie> found = ids.stream().map(movies::get).filter(Objects::nonNull).toList();
    if (found.size() != ids.size()) {
      throw ArrErrors.of(
          500,
          "System.ApplicationException",
          "Expected query to return " + ids.size() + " rows but returned " + found.size());
    }
    for (StoredMovie movie : found) {
      body.flag("monitored").ifPresent(value -> movie.monitored = value);
      body.number("qualityProfileId").ifPresent(value -> movie.profile = value.intValue());
      body.text("minimumAvailability").ifPresent(value -> movie.minimumAvailability = value);
    }
    return found.stream().map(json::kept).toList();
  }

  /** Radarr: the whole resource; what is missing in it becomes the default, not what it was. */
  private Dto replace(ArrCall call) {
    Body body = call.body();
    int profile = body.number("qualityProfileId").orElse(0L).intValue();
    String path = body.text("path").orElse("");
    new Validation().profile(state, profile).validPath("Path", path).orRefuse();
    StoredMovie movie = changed(call);
    movie.path = path;
    movie.profile = profile;
    movie.monitored = body.flag("monitored").orElse(true);
    movie.minimumAvailability = body.text("minimumAvailability").orElse("released");
    movie.tags = body.numbers("tags");
    return json.kept(movie);
  }

  private Dto delete(ArrCall call) {
    movies.remove(changed(call));
    return new Dto();
  }

  /** Radarr: from today to the day after tomorrow unless one says otherwise. */
  private List<Dto> calendar(ArrCall call) {
    Instant today = state.today().atStartOfDay(ZoneOffset.UTC).toInstant();
    Instant start = call.instant("start").orElse(today);
    Instant end = call.instant("end").orElse(today.plusSeconds(2 * 86_400));
    boolean all = call.query().flag("unmonitored", false);
    return movies.all().stream()
        .filter(movie -> all || movie.monitored)
        .filter(movie -> comesOut(movie.facts, start, end))
        .map(json::upcoming)
        .toList();
  }

  private static boolean comesOut(MovieFacts facts, Instant start, Instant end) {
    return Stream.of(facts.inCinemas, facts.digital, facts.physical)
        .filter(Objects::nonNull)
        .map((LocalDate day) -> day.atStartOfDay(ZoneOffset.UTC).toInstant())
        .anyMatch(time -> !time.isBefore(start) && !time.isAfter(end));
  }

  private List<Dto> history(ArrCall call) {
    boolean withMovie = call.query().flag("includeMovie", false);
    return state.history.since(call.instant("date").orElse(Instant.EPOCH)).stream()
        .map(event -> event(event, withMovie))
        .toList();
  }

  private Dto event(History.Event event, boolean withMovie) {
    StoredMovie movie = movies.get(event.target().title());
    return History.json(state.program, event)
        .put("movieId", event.target().title())
        .put("movie", withMovie && movie != null ? json.kept(movie) : null);
  }
}
