package com.stoganet.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import com.stoganet.sandbox.Behaviour;
import com.stoganet.sandbox.JellyfinVersion;
import com.stoganet.sandbox.RecordedRequest;
import com.stoganet.sandbox.Titles;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@BlackBox
class HomeIT {

  private static final String MOVIE = "tmdb:movie:" + Titles.MOVIE_TMDB;

  @ParameterizedTest
  @EnumSource(JellyfinVersion.class)
  void given_a_user_when_the_app_opens_then_all_rows_are_there(JellyfinVersion version) {
    Proxy.jellyfin().become(version);

    JsonPath home = Proxy.as("demo").get("/home").jsonPath();

    assertThat(home.getList("sections.id"))
        .containsExactly(
            "watch_next", "recently_added_movies", "recently_added_tv", "all_movies", "all_tv");
    assertThat(home.getList("sections.has_more")).containsOnly(false);
    assertThat(row(home, "all_tv")).hasSize(3);
    assertThat(row(home, "all_movies")).hasSize(12);
    assertThat(row(home, "recently_added_tv")).contains("tmdb:tv:" + Titles.SERIES_TMDB);
    assertThat(row(home, "recently_added_movies"))
        .containsExactlyInAnyOrderElementsOf(row(home, "all_movies"));
  }

  @Test
  void given_things_begun_when_the_app_opens_then_each_title_has_one_card_to_go_on_with() {
    JsonPath home = Proxy.as("demo").get("/home?rows=watch_next").jsonPath();

    List<String> ids = row(home, "watch_next");
    assertThat(ids)
        .doesNotHaveDuplicates()
        .contains(
            "tmdb:movie:" + Titles.MOVIE_IN_PROGRESS_TMDB,
            "tmdb:tv:" + Titles.SERIES_TMDB,
            "tmdb:tv:" + Titles.SERIES_NEXT_UP_TMDB);
    assertThat(card(home, "tmdb:tv:" + Titles.SERIES_TMDB).toString())
        .contains(Titles.EPISODE_IN_PROGRESS);
    assertThat(card(home, "tmdb:tv:" + Titles.SERIES_NEXT_UP_TMDB).toString())
        .contains(Titles.NEXT_UP_EPISODE);
    assertThat(card(home, "tmdb:movie:" + Titles.MOVIE_IN_PROGRESS_TMDB)).containsKey("progress");
  }

  @Test
  void given_names_of_rows_when_asked_for_then_those_come_in_that_order() {
    assertThat(
            Proxy.as("demo")
                .get("/home?rows=all_tv,next_up,continue_watching")
                .jsonPath()
                .getList("sections.id"))
        .containsExactly("all_tv", "next_up", "continue_watching");
    ErrorBody.naming("rows", Proxy.as("demo").get("/home?rows=all_tv,everything"));
    ErrorBody.naming("rows", Proxy.as("demo").get("/home?rows="));
  }

  @Test
  void given_a_slow_row_when_the_app_opens_then_the_others_come_without_it() {
    String token = Proxy.token("demo");
    touch(token);
    Proxy.withToken(token).get("/home").then().statusCode(200);
    touch(token);
    Proxy.jellyfin().behave(Behaviour.slow(Duration.ofSeconds(6)).onlyFor("/Shows/NextUp"::equals));
    long start = System.nanoTime();

    JsonPath home = Proxy.withToken(token).get("/home").jsonPath();

    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
    assertThat(home.getBoolean("sections.find { it.id == 'watch_next' }.stale")).isTrue();
    assertThat(row(home, "watch_next")).isNotEmpty();
    assertThat(home.getList("sections.id")).hasSize(5);
    assertThat(home.getList("sections.findAll { it.stale == null }.id")).hasSize(4);

    JsonPath never = Proxy.withToken(token).get("/home?rows=next_up,all_tv").jsonPath();
    assertThat(never.getList("sections.id")).contains("all_tv");

    Proxy.jellyfin().behave(Behaviour.normal());
    await()
        .atMost(Duration.ofSeconds(30))
        .until(
            () ->
                Proxy.withToken(token)
                        .get("/home?rows=watch_next")
                        .jsonPath()
                        .get("sections[0].stale")
                    == null);
  }

  @Test
  void given_all_rows_fail_when_the_app_opens_then_it_is_told_so() {
    String token = Proxy.token("kid");
    touch(token);
    Proxy.jellyfin().behave(Behaviour.failing(500));

    ErrorBody.of(
            Proxy.withToken(token).get("/home?rows=continue_watching"), 503, "backend_unavailable")
        .header("Retry-After", not(equalTo(null)));
  }

  @Test
  void given_all_rows_are_late_when_the_app_opens_then_the_page_is_partial_R26() {
    String token = Proxy.token("kid");
    touch(token);
    Proxy.jellyfin().behave(Behaviour.slow(Duration.ofSeconds(4)).onlyFor("/Shows/NextUp"::equals));

    Proxy.withToken(token)
        .get("/home?rows=next_up")
        .then()
        .statusCode(200)
        .body("partial", equalTo(true));

    Proxy.jellyfin().behave(Behaviour.normal());
    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(
            () ->
                Proxy.withToken(token)
                    .get("/home?rows=next_up")
                    .then()
                    .body("partial", nullValue())
                    .body("sections", hasSize(1)));
  }

  @Test
  void given_what_jellyfin_lists_but_hides_when_the_app_opens_then_it_is_in_no_row_B26_R27() {
    String token = Proxy.token("demo");
    touch(token);
    assertThat(row(Proxy.withToken(token).get("/home?rows=next_up").jsonPath(), "next_up"))
        .contains("tmdb:tv:" + Titles.SERIES_NEXT_UP_TMDB);
    Proxy.jellyfin().library().distort(Titles.NEXT_UP_EPISODE, "SeriesId", "0d".repeat(16));
    try {
      touch(token);
      for (String name : List.of("watch_next", "continue_watching", "next_up")) {
        assertThat(row(Proxy.withToken(token).get("/home?rows=" + name).jsonPath(), name))
            .as("a series that cannot be opened")
            .doesNotContain("jf:" + "0d".repeat(16));
      }
    } finally {
      Proxy.jellyfin().library().distort(Titles.NEXT_UP_EPISODE, "SeriesId", Titles.SERIES_NEXT_UP);
      touch(token);
    }
  }

  @Test
  void given_many_at_once_when_the_app_opens_then_jellyfin_is_asked_once() throws Exception {
    String token = Proxy.token("kid");
    touch(token);
    Proxy.jellyfin().clearRequests();

    ExecutorService threads = Executors.newFixedThreadPool(20);
    try {
      List<Future<Response>> answers =
          IntStream.range(0, 40)
              .mapToObj(n -> threads.submit(() -> Proxy.withToken(token).get("/home")))
              .toList();
      for (Future<Response> answer : answers) {
        answer.get().then().statusCode(200).body("sections.id", hasItem("watch_next"));
      }
    } finally {
      threads.shutdown();
    }

    Map<String, Long> asked =
        Proxy.jellyfin().requests().stream()
            .filter(request -> request.path().matches("/(UserItems/Resume|Shows/NextUp)"))
            .collect(Collectors.groupingBy(RecordedRequest::path, Collectors.counting()));
    assertThat(asked).isEqualTo(Map.of("/UserItems/Resume", 1L, "/Shows/NextUp", 1L));
  }

  @Test
  void given_a_title_taken_off_when_it_is_played_again_then_it_comes_back() {
    String token = Proxy.token("admin");
    progress(token);
    assertThat(watchNext(token)).first().isEqualTo(MOVIE);

    Proxy.withToken(token).delete("/home/watch-next/" + MOVIE).then().statusCode(204);

    assertThat(watchNext(token)).doesNotContain(MOVIE);
    assertThat(watchNext(Proxy.token("admin"))).as("on another device").doesNotContain(MOVIE);
    Proxy.withToken(token)
        .get("/library/" + MOVIE)
        .then()
        .body("progress.position_ms", equalTo(1_800_000));

    progress(Proxy.token("admin"));
    assertThat(watchNext(token)).contains(MOVIE);
    Proxy.withToken(token).delete("/playback/" + MOVIE + "/played");
  }

  @Test
  void given_an_episode_when_taken_off_then_its_series_is_gone_until_it_is_watched() {
    String token = Proxy.token("demo");
    String series = "tmdb:tv:" + Titles.SERIES_NEXT_UP_TMDB;
    assertThat(watchNext(token)).contains(series);

    Proxy.withToken(token)
        .delete("/home/watch-next/jf:" + Titles.NEXT_UP_EPISODE)
        .then()
        .statusCode(204);

    assertThat(watchNext(token)).doesNotContain(series);
    assertThat(row(Proxy.withToken(token).get("/home?rows=next_up").jsonPath(), "next_up"))
        .as("the row of Jellyfin")
        .contains(series);
    String watched =
        Proxy.withToken(token)
            .get("/library/" + series + "/seasons/1/episodes")
            .jsonPath()
            .getString("episodes[0].id");
    Proxy.withToken(token).put("/playback/" + watched + "/played").then().statusCode(204);
    assertThat(watchNext(token)).contains(series);
  }

  @Test
  void given_no_such_title_when_taken_off_then_it_is_told() {
    String token = Proxy.token("demo");
    ErrorBody.of(
        Proxy.withToken(token).delete("/home/watch-next/tmdb:movie:4711"), 404, "item_not_found");
    ErrorBody.naming("id", Proxy.withToken(token).delete("/home/watch-next/x"));
  }

  private static void progress(String token) {
    Proxy.withToken(token)
        .contentType(ContentType.JSON)
        .body("{\"position_ms\":1800000,\"played\":false}")
        .put("/playback/" + MOVIE + "/progress")
        .then()
        .statusCode(204);
  }

  /** Has the proxy forget what the user watches. */
  private static void touch(String token) {
    Proxy.withToken(token).delete("/playback/" + MOVIE + "/favorite").then().statusCode(204);
  }

  private static List<String> watchNext(String token) {
    return row(Proxy.withToken(token).get("/home?rows=watch_next").jsonPath(), "watch_next");
  }

  private static List<String> row(JsonPath home, String name) {
    return home.getList("sections.find { it.id == '" + name + "' }.items.id");
  }

  private static Map<String, Object> card(JsonPath home, String id) {
    return home.getMap("sections[0].items.find { it.id == '" + id + "' }");
  }
}
