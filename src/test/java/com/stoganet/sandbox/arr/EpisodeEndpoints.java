package com.stoganet.sandbox.arr;

import com.stoganet.sandbox.Body;
import com.stoganet.sandbox.Dto;
import com.stoganet.sandbox.Refusal;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Episodes: those of a series, those that air, and what happened to them. */
final class EpisodeEndpoints {
  private final ArrState state;
  private final Shows shows;
  private final EpisodeJson json;

  EpisodeEndpoints(ArrState state, Shows shows) {
    this.state = state;
    this.shows = shows;
    this.json = new EpisodeJson(state);
  }

  void add(ArrRoutes routes) {
    routes.get(
        "/api/v3/episode",
        this::list,
        "seriesId",
        "seasonNumber",
        "episodeIds",
        "includeSeries",
        "includeImages");
    routes.get("/api/v3/episode/{id}", this::one);
    routes.put("/api/v3/episode/monitor", this::monitor, "includeImages");
    routes.get(
        "/api/v3/calendar", this::calendar, "start", "end", "unmonitored", "includeSeries", "tags");
    routes.get(
        "/api/v3/history/since",
        this::history,
        "date",
        "eventType",
        "includeSeries",
        "includeEpisode");
  }

  private List<Dto> list(ArrCall call) {
    boolean withSeries = call.query().flag("includeSeries", false);
    Optional<Integer> series = call.query().number("seriesId");
    Optional<Integer> season = call.query().number("seasonNumber");
    List<Integer> ids = call.query().numbers("episodeIds");
    if (series.isEmpty() && ids.isEmpty()) {
      throw ArrErrors.api(400, "seriesId or episodeIds must be provided");
    }
    Stream<Shows.Found> found =
        series.isPresent()
            ? Stream.ofNullable(shows.get(series.get())).flatMap(EpisodeEndpoints::all)
            : ids.stream().map(shows::episode).flatMap(Optional::stream);
    return found
        .filter(each -> season.map(n -> n == each.episode().facts.season()).orElse(true))
        .map(each -> json.json(each, withSeries))
        .toList();
  }

  private static Stream<Shows.Found> all(StoredSeries series) {
    return series.episodes.stream().map(episode -> new Shows.Found(series, episode));
  }

  private Dto one(ArrCall call) {
    return shows
        .episode(call.id())
        .map(found -> json.json(found, true))
        .orElseThrow(() -> Refusal.problem(404));
  }

  private List<Dto> monitor(ArrCall call) {
    Body body = call.body();
    boolean monitored = body.flag("monitored").orElse(false);
    List<Shows.Found> found =
        body.numbers("episodeIds").stream().map(shows::episode).flatMap(Optional::stream).toList();
    found.forEach(each -> each.episode().monitored = monitored);
    return found.stream().map(each -> json.json(each, false)).toList();
  }

  /** Sonarr: from today to the day after tomorrow unless one says otherwise. */
  private List<Dto> calendar(ArrCall call) {
    Instant today = state.today().atStartOfDay(ZoneOffset.UTC).toInstant();
    Instant start = call.instant("start").orElse(today);
    Instant end = call.instant("end").orElse(today.plusSeconds(2 * 86_400));
    boolean all = call.query().flag("unmonitored", false);
    boolean withSeries = call.query().flag("includeSeries", false);
    return shows.all().stream()
        .flatMap(EpisodeEndpoints::all)
        .filter(each -> all || (each.series().monitored && each.episode().monitored))
        .filter(each -> between(each.episode().facts.airs(), start, end))
        .sorted(Comparator.comparing(each -> each.episode().facts.airs()))
        .map(each -> json.json(each, withSeries))
        .toList();
  }

  private static boolean between(Instant time, Instant start, Instant end) {
    return time != null && !time.isBefore(start) && !time.isAfter(end);
  }

  private List<Dto> history(ArrCall call) {
    boolean withSeries = call.query().flag("includeSeries", false);
    boolean withEpisode = call.query().flag("includeEpisode", false);
    return state.history.since(call.instant("date").orElse(Instant.EPOCH)).stream()
        .map(event -> event(event, withSeries, withEpisode))
        .toList();
  }

  private Dto event(History.Event event, boolean withSeries, boolean withEpisode) {
    Dto dto =
        History.json(state.program, event)
            .put("episodeId", event.target().episode())
            .put("seriesId", event.target().title());
    shows
        .episode(event.target().episode())
        .ifPresent(
            found -> {
              dto.put("episode", withEpisode ? json.json(found, false) : null);
              dto.put("series", withSeries ? new SeriesJson(state).linked(found.series()) : null);
            });
    return dto;
  }
}
