package com.stoganet.sandbox.arr;

import static org.assertj.core.api.Assertions.assertThat;

import com.stoganet.launch.ReferenceFiles;
import com.stoganet.sandbox.SchemaCheck;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Holds the stubs' answers against the OpenAPI documents of the real servers. */
class ArrContractTest {
  private static final Pattern DATE = Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ");

  private static final String NEW_MOVIE =
      "{\"tmdbId\":"
          + SampleMovies.REQUESTABLE
          + ",\"qualityProfileId\":1,\"rootFolderPath\":\"/media/movies\"}";
  private static final String NEW_SERIES =
      "{\"tvdbId\":"
          + SampleShows.REQUESTABLE
          + ",\"title\":\"x\",\"qualityProfileId\":1,\"rootFolderPath\":\"/media/shows\"}";

  @Test
  void given_radarr_when_all_routes_are_used_then_every_answer_fits_its_schema()
      throws IOException {
    try (SandboxRadarr radarr = SandboxRadarr.start(SandboxArr.Options.defaults())) {
      Check check = new Check("radarr", radarr);
      SampleMovies.fill(radarr);
      radarr.clientAway(SampleMovies.SEARCHING);
      radarr.unknown(Hashes.of("stray"), "Stray.Release", 5.5);
      check.common();
      check.get("/movie");
      check.get("/movie?tmdbId=" + SampleMovies.IMPORTED);
      check.get("/movie/{id}", "/movie/1");
      check.get("/movie/lookup?term=the");
      check.get("/movie/lookup?term=tmdb:" + SampleMovies.PLAYABLE);
      check.get("/queue?pageSize=100&includeMovie=true&includeUnknownMovieItems=true");
      check.get("/queue/details?includeMovie=true");
      check.get("/calendar?start=2000-01-01&end=2100-01-01T00:00:00Z&unmonitored=true");
      check.get("/history/since?date=2020-01-01&includeMovie=true");
      check.send("POST", "/movie", "/movie", NEW_MOVIE);
      JsonObject movie = check.client.get("/movie/1").object();
      check.send("PUT", "/movie/{id}", "/movie/1", movie.toString());
      check.send("POST", "/command", "/command", "{\"name\":\"MoviesSearch\",\"movieIds\":[1]}");
      check.get("/command/{id}", "/command/1");
      assertThat(check.faults).isEmpty();
    }
  }

  @Test
  void given_sonarr_when_all_routes_are_used_then_every_answer_fits_its_schema()
      throws IOException {
    try (SandboxSonarr sonarr = SandboxSonarr.start(SandboxArr.Options.defaults())) {
      Check check = new Check("sonarr", sonarr);
      SampleShows.fill(sonarr);
      sonarr.delayed(SampleShows.PARTLY, 2, 5);
      sonarr.unknown(Hashes.of("stray"), "Stray.Release", 5.5);
      check.common();
      check.get("/series");
      check.get("/series?tvdbId=" + SampleShows.PLAYABLE);
      check.get("/series/{id}", "/series/1");
      check.get("/series/lookup?term=the");
      check.get("/series/lookup?term=tmdb:" + SampleShows.PLAYABLE_TMDB);
      check.get("/episode?seriesId=1&includeSeries=true");
      check.get("/episode/{id}", "/episode/1001");
      check.get("/queue?pageSize=100&includeSeries=true&includeEpisode=true");
      check.get("/queue/details?includeSeries=true&includeEpisode=true");
      check.get("/calendar?start=2000-01-01&end=2100-01-01&includeSeries=true&unmonitored=true");
      check.get("/history/since?date=2020-01-01&includeSeries=true&includeEpisode=true");
      check.send("POST", "/series", "/series", NEW_SERIES);
      JsonObject series = check.client.get("/series/1").object();
      check.send("PUT", "/series/{id}", "/series/1", series.toString());
      check.send("POST", "/command", "/command", "{\"name\":\"SeriesSearch\",\"seriesId\":1}");
      check.get("/command/{id}", "/command/1");
      assertThat(check.faults).isEmpty();
    }
  }

  @Test
  void given_the_stubs_routes_when_looked_up_then_the_real_servers_have_them_all()
      throws IOException {
    SandboxArr.Options options = SandboxArr.Options.defaults();
    ArrState radarr = new ArrState(Program.RADARR, options, "/m");
    ArrState sonarr = new ArrState(Program.SONARR, options, "/s");

    assertThat(invented("radarr", RadarrRoutes.of(radarr, new Movies(radarr)))).isEmpty();
    assertThat(invented("sonarr", SonarrRoutes.of(sonarr, new Shows(sonarr)))).isEmpty();
  }

  private static List<String> invented(String program, ArrRoutes routes) throws IOException {
    SchemaCheck schemas = schemas(program);
    List<String> invented = new ArrayList<>();
    for (ArrRoute route : routes.all()) {
      String name = route.method() + " " + route.path().template();
      if (!schemas.knows(route.method(), route.path().template())) {
        invented.add(name);
      } else {
        route.parameters().stream()
            .filter(
                parameter ->
                    !schemas
                        .parametersOf(route.method(), route.path().template())
                        .contains(parameter))
            .forEach(parameter -> invented.add(name + "?" + parameter));
      }
    }
    return invented;
  }

  private static SchemaCheck schemas(String program) throws IOException {
    return SchemaCheck.reading(ReferenceFiles.contract(program + "-v3-openapi.json"), DATE);
  }

  /** Sends requests and notes what does not fit. */
  private static final class Check {
    private final SchemaCheck schemas;
    private final ArrClient client;
    private final List<String> faults = new ArrayList<>();

    Check(String program, SandboxArr arr) throws IOException {
      schemas = schemas(program);
      client = new ArrClient(arr);
    }

    void common() {
      check("GET", "/ping", "//ping", null);
      get("/system/status");
      get("/qualityprofile");
      get("/rootfolder");
      get("/queue/status");
      get("/queue?page=1&pageSize=3");
      get("/queue/details");
    }

    void get(String path) {
      get(path.replaceFirst("\\?.*", ""), path);
    }

    void get(String template, String path) {
      send("GET", template, path, null);
    }

    void send(String method, String template, String path, String body) {
      check(method, "/api/v3" + template, path, body);
    }

    private void check(String method, String template, String path, String body) {
      ArrClient.Answer answer = client.send(method, path, body);
      JsonObject schema = schemas.answerOf(method, template);
      if (answer.status() >= 300 || schema == null || answer.text().equals("[]")) {
        faults.add(path + ": " + answer.status() + " " + answer.text() + ", schema " + schema);
      } else {
        schemas
            .faultsOf(answer.value(), schema)
            .forEach(fault -> faults.add(method + " " + path + ": " + fault));
      }
    }
  }
}
