package com.stoganet.sandbox.arr;

import com.stoganet.sandbox.Body;
import com.stoganet.sandbox.Dto;
import com.stoganet.sandbox.Refusal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Sonarr's library: reading, looking up, changing. */
final class SeriesEndpoints {
  private final ArrState state;
  private final Shows shows;
  private final SeriesJson json;

  SeriesEndpoints(ArrState state, Shows shows) {
    this.state = state;
    this.shows = shows;
    this.json = new SeriesJson(state);
  }

  void add(ArrRoutes routes) {
    routes.get("/api/v3/series", this::list, "tvdbId", "includeSeasonImages");
    routes.get("/api/v3/series/{id}", call -> json.kept(byId(call)), "includeSeasonImages");
    routes.get("/api/v3/series/lookup", this::lookup, "term");
    routes.create("/api/v3/series", new AddSeries(state, shows)::add);
    routes.put("/api/v3/series/{id}", this::replace, "moveFiles");
    routes.delete("/api/v3/series/{id}", this::delete, "deleteFiles", "addImportListExclusion");
  }

  private List<Dto> list(ArrCall call) {
    return call.query()
        .number("tvdbId")
        .map(tvdbId -> Stream.ofNullable(shows.withTvdb(tvdbId)))
        .orElseGet(() -> shows.all().stream())
        .map(json::kept)
        .toList();
  }

  /** Sonarr: by id this is ASP.NET's own error. */
  private StoredSeries byId(ArrCall call) {
    StoredSeries series = shows.get(call.id());
    if (series == null) {
      throw Refusal.problem(404);
    }
    return series;
  }

  private StoredSeries changed(ArrCall call) {
    StoredSeries series = shows.get(call.id());
    if (series == null) {
      throw ArrErrors.noSuch("Series", call.id());
    }
    return series;
  }

  private List<Dto> lookup(ArrCall call) {
    String text = call.query().text("term").orElse("");
    if (text.startsWith("/") || text.matches("[A-Za-z]:\\\\.*")) {
      // Sonarr: what could be a path is taken for one, and that throws.
      throw ArrErrors.of(500, "System.InvalidOperationException", "Unable to search for a path");
    }
    if (state.metadataAway) {
      throw ArrErrors.metadataAway(text);
    }
    return found(new Terms(text))
        .map(facts -> json.offered(facts, shows.withTvdb(facts.tvdbId)))
        .toList();
  }

  private Stream<SeriesFacts> found(Terms terms) {
    if (terms.identifier("tvdb").isPresent()) {
      return Stream.ofNullable(shows.known.get(Terms.number(terms.identifier("tvdb").get())));
    }
    Stream<SeriesFacts> all = shows.known.values().stream();
    if (terms.identifier("tmdb").isPresent()) {
      int tmdbId = Terms.number(terms.identifier("tmdb").get());
      // A service that does not know the prefix finds something else.
      return shows.understandsTmdb
          ? all.filter(facts -> tmdbId > 0 && facts.tmdbId == tmdbId)
          : all.filter(facts -> facts.tmdbId != tmdbId).limit(1);
    }
    if (terms.identifier("imdb").isPresent()) {
      String imdbId = terms.identifier("imdb").get();
      return all.filter(facts -> imdbId.equals(facts.imdbId));
    }
    return all.filter(facts -> terms.matches(facts.title, facts.year));
  }

  /**
   * Sonarr: a flag of a season that changes is passed on to its episodes, one that stays is not.
   */
  private Dto replace(ArrCall call) {
    Body body = call.body();
    int profile = body.number("qualityProfileId").orElse(0L).intValue();
    String path = body.text("path").orElse("");
    new Validation().profile(state, profile).validPath("Path", path).orRefuse();
    StoredSeries series = changed(call);
    Map<Integer, Boolean> before = new LinkedHashMap<>(series.seasons);
    series.seasons.clear();
    for (Body season : body.objects("seasons")) {
      int number = season.number("seasonNumber").orElse(-1L).intValue();
      boolean monitored = season.flag("monitored").orElse(false);
      series.seasons.put(number, monitored);
      if (before.containsKey(number) && before.get(number).booleanValue() != monitored) {
        series.season(number).forEach(episode -> episode.monitored = monitored);
      }
    }
    series.path = path;
    series.profile = profile;
    series.monitored = body.flag("monitored").orElse(false);
    series.seasonFolder = body.flag("seasonFolder").orElse(false);
    series.monitorNewItems = body.text("monitorNewItems").orElse("all");
    series.seriesType = body.text("seriesType").orElse("standard");
    series.tags = body.numbers("tags");
    return json.kept(series);
  }

  private Dto delete(ArrCall call) {
    shows.remove(changed(call));
    return new Dto();
  }
}
