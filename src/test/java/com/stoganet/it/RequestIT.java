package com.stoganet.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import com.stoganet.sandbox.Behaviour;
import com.stoganet.sandbox.arr.MovieFacts;
import com.stoganet.sandbox.arr.SampleMovies;
import com.stoganet.sandbox.arr.SampleShows;
import com.stoganet.sandbox.arr.SandboxRadarr;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

@BlackBox
class RequestIT {

  private static final AtomicInteger MOVIES = new AtomicInteger(921_000);
  private static final String SHOW = "tmdb:tv:" + SampleShows.tmdb(SampleShows.REQUESTABLE);

  /** A movie that nobody has heard of before. */
  private static int movie(String certification) {
    int number = MOVIES.incrementAndGet();
    radarr()
        .knows(
            MovieFacts.of(number, "Film Number " + number, 2020)
                .certification(certification)
                .overview("Nothing happens."));
    return number;
  }

  private static SandboxRadarr radarr() {
    return Proxy.arrs().radarr();
  }

  private static Response ask(RequestSpecification who, int movie) {
    return who.post("/library/tmdb:movie:" + movie + "/request");
  }

  private static String stage(RequestSpecification who, int movie) {
    return who.get("/library/tmdb:movie:" + movie).path("status.stage");
  }

  @Test
  void given_a_title_that_is_not_here_when_searched_for_then_it_comes_behind_those_that_are() {
    Proxy.as("demo")
        .get("/search?q=Lanterns")
        .then()
        .statusCode(200)
        .body("partial", equalTo(false))
        .body("items[0].id", equalTo("tmdb:movie:" + SampleMovies.PLAYABLE))
        .body("items.findAll { it.id == 'tmdb:movie:910001' }.size()", equalTo(1));
    Proxy.as("demo")
        .get("/search?q=Bellfounder")
        .then()
        .body("items[0].id", equalTo("tmdb:movie:" + SampleMovies.REQUESTABLE))
        .body("items[0].state", equalTo("requestable"))
        .body("items[0].status.stage", equalTo("requestable"));
  }

  @Test
  void given_a_lookup_that_is_down_when_searching_then_the_library_answers_and_says_partial() {
    radarr().metadataAway(true);
    try {
      Proxy.as("demo")
          .get("/search?q=Lanterns")
          .then()
          .statusCode(200)
          .body("partial", equalTo(true))
          .body("items[0].state", equalTo("playable"));
    } finally {
      radarr().metadataAway(false);
    }
  }

  @Test
  void given_a_lookup_that_hangs_when_searching_then_nobody_waits_for_long() {
    radarr().behave(Behaviour.hanging().onlyFor(path -> path.contains("/lookup")));
    try {
      long start = System.nanoTime();

      Proxy.as("demo").get("/search?q=Lanterns").then().body("partial", equalTo(true));

      assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
    } finally {
      radarr().behave(Behaviour.normal());
    }
  }

  @Test
  void given_the_samples_when_looked_at_then_each_is_where_it_is() {
    Map.of(
            SampleMovies.REQUESTABLE, "requestable",
            SampleMovies.SEARCHING, "searching",
            SampleMovies.UNRELEASED, "waiting_for_release",
            SampleMovies.DOWNLOADING, "downloading",
            SampleMovies.PAUSED, "downloading",
            SampleMovies.BLOCKED, "importing",
            SampleMovies.IMPORTED, "importing",
            SampleMovies.UNMONITORED, "requestable")
        .forEach((movie, stage) -> assertThat(stage(Proxy.as("demo"), movie)).isEqualTo(stage));
    Proxy.as("demo")
        .get("/library/tmdb:movie:" + SampleMovies.DOWNLOADING)
        .then()
        .body("status.percent", equalTo(40.0f))
        .body("status.eta_seconds", equalTo(18 * 60))
        .body("state", equalTo("downloading"));
    Proxy.as("demo")
        .get("/library/tmdb:movie:" + SampleMovies.STALLED)
        .then()
        .body("status.problem", equalTo("stalled"))
        .body("status.reason", equalTo("No peer that has the missing parts is online."));
    Proxy.as("demo")
        .get("/library/tmdb:movie:" + SampleMovies.UNRELEASED)
        .then()
        .body("status.release_date", not(nullValue()));
  }

  @Test
  void given_an_adult_when_they_ask_then_radarr_looks_for_it_and_asking_again_changes_nothing() {
    int movie = movie("R");

    String request =
        ask(Proxy.as("demo"), movie).then().statusCode(204).extract().header("Location");
    await().until(() -> radarr().keeps(movie));
    assertThat(radarr().monitors(movie)).isTrue();
    await().untilAsserted(() -> assertThat(stage(Proxy.as("demo"), movie)).isEqualTo("searching"));
    assertThat(ask(Proxy.as("demo"), movie).header("Location")).isEqualTo(request);
    assertThat(radarr().searches()).containsOnlyOnce("movie " + movie);
    Proxy.as("demo").get(request).then().body("status", equalTo("sent"));
  }

  @Test
  void given_a_film_whose_folder_is_taken_when_asked_for_then_it_fails_at_once_with_a_reason_B01() {
    int first = MOVIES.incrementAndGet();
    int second = MOVIES.incrementAndGet();
    radarr().knows(MovieFacts.of(first, "Same Name", 2025).certification("R"));
    radarr().knows(MovieFacts.of(second, "Same Name", 2025).certification("R"));
    radarr().keep(first);

    String request = ask(Proxy.as("demo"), second).header("Location");

    await()
        .atMost(Duration.ofSeconds(10))
        .untilAsserted(
            () -> Proxy.as("demo").get(request).then().body("status", equalTo("failed")));
    Proxy.as("demo").get(request).then().body("reason", containsString("the folder of this title"));
    assertThat(stage(Proxy.as("demo"), second)).isEqualTo("requestable");

    radarr().forget(first);
    String again = ask(Proxy.as("demo"), second).header("Location");
    await().untilAsserted(() -> Proxy.as("demo").get(again).then().body("status", equalTo("sent")));
  }

  @Test
  void given_a_child_when_it_asks_then_an_administrator_decides() {
    int movie = movie("PG");

    ask(Proxy.as("kid"), movie).then().statusCode(204);
    assertThat(stage(Proxy.as("kid"), movie)).isEqualTo("requested");
    assertThat(radarr().keeps(movie)).isFalse();
    String id = idOf("kid", movie);
    Proxy.as("demo").get("/requests/" + id).then().statusCode(404);
    ErrorBody.of(Proxy.as("demo").post("/requests/" + id + "/approve"), 403, "validation_failed");
    Proxy.as("admin")
        .get("/requests?status=pending")
        .then()
        .body("requests.id", hasItem(id))
        .body("requests.find { it.id == '" + id + "' }.requested_by.display_name", equalTo("kid"));

    Proxy.as("admin").post("/requests/" + id + "/approve").then().statusCode(200);

    await().until(() -> radarr().keeps(movie));
    Proxy.as("admin").post("/requests/" + id + "/approve").then().statusCode(200);
    decline(id).then().statusCode(409);
  }

  @Test
  void given_a_request_when_it_is_declined_then_its_asker_reads_why() {
    int movie = movie("PG");
    ask(Proxy.as("kid"), movie).then().statusCode(204);
    String id = idOf("kid", movie);

    decline(id).then().statusCode(200).body("status", equalTo("declined"));

    Proxy.as("kid").get("/requests/" + id).then().body("reason", equalTo("Not before Friday."));
    assertThat(stage(Proxy.as("kid"), movie)).isEqualTo("requestable");
    assertThat(radarr().keeps(movie)).isFalse();
  }

  @Test
  void given_a_request_when_it_is_taken_back_then_nobody_is_told() {
    int movie = movie("PG");
    ask(Proxy.as("kid"), movie).then().statusCode(204);
    String id = idOf("kid", movie);

    Proxy.as("demo").delete("/requests/" + id).then().statusCode(404);
    Proxy.as("kid").delete("/requests/" + id).then().statusCode(204);
    Proxy.as("kid").delete("/requests/" + id).then().statusCode(204);

    Proxy.as("admin").post("/requests/" + id + "/approve").then().statusCode(409);
  }

  @Test
  void given_a_title_above_a_childs_rating_when_it_looks_or_asks_then_it_does_not_exist() {
    for (int movie : new int[] {SampleMovies.RESTRICTED, SampleMovies.UNRATED}) {
      String path = "/library/tmdb:movie:" + movie;
      ErrorBody.of(Proxy.as("kid").get(path), 404, "item_not_found");
      ErrorBody.of(Proxy.as("kid").post(path + "/request"), 404, "item_not_found");
      Proxy.as("demo").get(path).then().statusCode(200);
    }
    Proxy.as("kid")
        .get("/search?q=Butcher")
        .then()
        .body("items", equalTo(List.of()))
        .body("partial", equalTo(false));
    Proxy.as("demo").get("/search?q=Butcher").then().body("items.size()", equalTo(1));
  }

  @Test
  void given_a_radarr_that_is_away_when_somebody_asks_then_it_is_told_once_it_is_back() {
    int movie = movie("R");
    assertThat(stage(Proxy.as("demo"), movie)).isEqualTo("requestable");
    radarr().goDown();
    try {
      ask(Proxy.as("demo"), movie).then().statusCode(204);
      assertThat(stage(Proxy.as("demo"), movie)).isEqualTo("requested");
    } finally {
      radarr().comeBack();
    }

    await().atMost(Duration.ofSeconds(40)).until(() -> radarr().keeps(movie));
    assertThat(radarr().searches()).containsOnlyOnce("movie " + movie);
  }

  @Test
  void given_a_lost_race_when_radarr_is_told_then_that_is_as_good() {
    int movie = movie("R");
    radarr().loseNextAddRace();

    ask(Proxy.as("demo"), movie).then().statusCode(204);

    String id = idOf("demo", movie);
    await()
        .untilAsserted(
            () -> Proxy.as("demo").get("/requests/" + id).then().body("status", equalTo("sent")));
    assertThat(radarr().keeps(movie)).isTrue();
  }

  @Test
  void given_a_title_that_nobody_knows_when_asked_for_then_it_does_not_exist() {
    ErrorBody.of(ask(Proxy.as("demo"), 999_999_999), 404, "item_not_found");
    ErrorBody.of(
        Proxy.as("demo").post("/library/jf:0123456789abcdef0123456789abcdef/request"),
        400,
        "validation_failed");
  }

  @Test
  void given_a_movie_that_is_here_when_asked_for_then_that_is_no_mistake() {
    ask(Proxy.as("demo"), SampleMovies.PLAYABLE)
        .then()
        .statusCode(204)
        .header("Location", nullValue());
  }

  @Test
  void given_a_series_when_one_episode_is_asked_for_then_sonarr_looks_for_that_one() {
    Proxy.as("demo")
        .get("/library/" + SHOW)
        .then()
        .body("seasons.number", hasItems(0, 1, 2))
        .body("request.can_request", equalTo(true))
        .body("request.servers", equalTo(List.of("sonarr")));
    options(Map.of("seasons", List.of(7))).then().statusCode(400);

    options(Map.of("episodes", List.of(Map.of("season_number", 2, "episode_number", 3))))
        .then()
        .statusCode(204);

    await()
        .atMost(Duration.ofSeconds(40))
        .untilAsserted(
            () -> {
              assertThat(Proxy.arrs().sonarr().keeps(SampleShows.REQUESTABLE)).isTrue();
              assertThat(Proxy.arrs().sonarr().monitoredEpisodes(SampleShows.REQUESTABLE))
                  .containsExactly("S02E03");
            });
  }

  private static Response options(Map<String, Object> options) {
    return Proxy.as("demo")
        .contentType(ContentType.JSON)
        .body(options)
        .post("/library/" + SHOW + "/request");
  }

  private static Response decline(String id) {
    return Proxy.as("admin")
        .contentType(ContentType.JSON)
        .body(Map.of("reason", "Not before Friday."))
        .post("/requests/" + id + "/decline");
  }

  private static String idOf(String user, int movie) {
    return Proxy.as(user)
        .get("/requests")
        .path("requests.find { it.title_id == 'tmdb:movie:" + movie + "' }.id");
  }
}
