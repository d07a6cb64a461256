package com.stoganet.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import com.stoganet.sandbox.JellyfinVersion;
import com.stoganet.sandbox.Library;
import com.stoganet.sandbox.Titles;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Titles of which Jellyfin has several items, and what has no number, as clients see them. */
@BlackBox
class CopiesIT {

  private static final Duration SOON = Duration.ofSeconds(150);

  private final Library library = Proxy.jellyfin().library();
  private final List<String> added = new ArrayList<>();

  @AfterEach
  void remove() {
    added.forEach(library::remove);
  }

  @Test
  void given_a_film_in_two_libraries_when_opened_then_both_versions_play_B06_R03() {
    String film = added(library.addMovie("Two Shelves", 919_101).id());
    String copy = added(library.addCopy(film, Titles.LATE_NIGHT_LIBRARY).id());
    awaitSources("/library/tmdb:movie:919101", 2);
    Proxy.jellyfin()
        .users()
        .stoppedAt("demo", copy, Duration.ofSeconds(20), Instant.parse("2026-11-02T20:00:00Z"));

    JsonPath page = Proxy.as("demo").get("/library/tmdb:movie:919101").jsonPath();

    assertThat(page.getList("sources.id")).containsExactly(film, copy);
    assertThat(page.getList("sources.stream_url", String.class))
        .allSatisfy(
            url ->
                Proxy.as("demo")
                    .header("Range", "bytes=0-9")
                    .get(URI.create(url).getPath())
                    .then()
                    .statusCode(206));
    assertThat(page.getInt("progress.position_ms")).isEqualTo(20_000);
    assertThat(page.getString("progress.source_id")).isEqualTo(copy);
    assertThat(page.getString("play.stream_url")).endsWith("/stream/" + copy);
    assertThat(page.getList("sources.progress.position_ms")).containsExactly(0, 20_000);
    Proxy.as("demo")
        .get("/library/jf:" + copy)
        .then()
        .statusCode(200)
        .body("id", equalTo("tmdb:movie:919101"));
    ErrorBody.of(Proxy.as("kid").get("/library/jf:" + copy), 404, "item_not_found");
  }

  @Test
  void given_a_version_of_another_copy_when_streamed_then_it_plays_for_those_who_see_it_B06() {
    String film = added(library.addMovie("Two Shelves Again", 919_102).id());
    String copy = added(library.addCopy(film, Titles.LATE_NIGHT_LIBRARY).id());
    awaitSources("/library/tmdb:movie:919102", 2);
    String stream = "/stream/" + film + "?source=";

    assertThat(status("demo", stream + copy)).isEqualTo(206);
    assertThat(status("demo", stream + film)).isEqualTo(206);
    ErrorBody.of(Proxy.as("kid").get(stream + copy), 404, "item_not_found");
    ErrorBody.of(Proxy.as("demo").get(stream + Titles.MOVIE), 404, "item_not_found");
    JsonPath links = Proxy.as("demo").post("/stream/" + film + "/ticket?source=" + copy).jsonPath();
    assertThat(links.getString("url")).endsWith("/" + copy);
  }

  @Test
  void given_two_films_with_one_number_when_used_then_neither_is_taken_for_the_other_B06() {
    String alpha = added(film("Alpha Film", 2001));
    String beta = added(film("Beta Film", 2011));
    String path = "/library/jf:" + beta;
    await()
        .atMost(SOON)
        .until(() -> ("jf:" + beta).equals(Proxy.as("demo").get(path).jsonPath().getString("id")));
    String first = "/library/tmdb:movie:919103";

    JsonPath page = Proxy.as("demo").get(path).jsonPath();
    assertThat(page.getString("title")).isEqualTo("Beta Film");
    assertThat(page.getList("sources.id")).containsExactly(beta);
    assertThat(page.getString("play.stream_url")).endsWith("/stream/" + beta);
    assertThat(Proxy.as("demo").get(first).jsonPath().getList("sources.id")).containsExactly(alpha);
    assertThat(status("demo", "/stream/" + beta)).isEqualTo(206);
    ErrorBody.of(
        Proxy.as("demo").get("/stream/" + alpha + "?source=" + beta), 404, "item_not_found");
    ErrorBody.of(
        Proxy.as("demo").get("/stream/" + beta + "?source=" + alpha), 404, "item_not_found");

    begin("jf:" + beta, 1_800_000);
    begin("tmdb:movie:919103", 1_200_000);
    assertThat(Proxy.as("demo").get(path).jsonPath().getInt("progress.position_ms"))
        .isEqualTo(1_800_000);
    assertThat(Proxy.as("demo").get(first).jsonPath().getInt("progress.position_ms"))
        .isEqualTo(1_200_000);
    assertThat(watchNext()).contains("jf:" + beta, "tmdb:movie:919103");
    Proxy.as("demo").delete("/home/watch-next/jf:" + beta).then().statusCode(204);
    assertThat(watchNext()).contains("tmdb:movie:919103").doesNotContain("jf:" + beta);

    Proxy.as("demo").put("/playback/jf:" + beta + "/played").then().statusCode(204);
    assertThat(Proxy.jellyfin().users().watchState("demo", beta).played()).isTrue();
    assertThat(Proxy.jellyfin().users().watchState("demo", alpha).played()).isFalse();
  }

  private String film(String name, int year) {
    String film = library.addMovie(name, 919_103).id();
    library.lasts(film, Duration.ofMinutes(90));
    library.describe(film, year, null, name, List.of());
    return film;
  }

  private static void begin(String title, int position) {
    Proxy.as("demo")
        .contentType(ContentType.JSON)
        .body("{\"position_ms\":" + position + ",\"played\":false}")
        .put("/playback/" + title + "/progress")
        .then()
        .statusCode(204);
  }

  private static List<String> watchNext() {
    return Proxy.as("demo").get("/home?rows=watch_next").jsonPath().getList("sections[0].items.id");
  }

  private String nextUp(String series) {
    return Proxy.as("demo")
        .get("/home?rows=next_up")
        .jsonPath()
        .getString("sections[0].items.find { it.id == '" + series + "' }.episode.episode_id");
  }

  @ParameterizedTest
  @EnumSource(JellyfinVersion.class)
  void given_two_folders_of_a_series_when_opened_then_it_is_one_R36_B04_R08_R10_B21(
      JellyfinVersion version) {
    int tmdb = 919_110 + version.ordinal();
    String series = added(library.addSeries("Odd Show " + version, tmdb).id());
    String other = added(library.addCopy(series).id());
    added(library.addEpisode(series, 1, 1, "One").until(2).id());
    added(library.addEpisode(series, 0, 1, "Special").airsBefore(1).id());
    String two = added(library.addEpisode(other, 2, 1, "Two").id());
    String unknown = added(library.addVirtualSeason(other, null).id());
    String dated =
        added(library.addEpisodeTo(unknown, null, null, "March").airedOn("2024-03-01").id());
    String path = "/library/tmdb:tv:" + tmdb;
    awaitSeasons(path);
    Proxy.jellyfin().become(version);
    awaitSeasons(path);

    JsonPath page = Proxy.as("demo").get(path).jsonPath();

    assertThat(page.getList("seasons.episode_count")).containsExactly(1, 1, 1, 1);
    assertThat(page.getString("seasons[3].name")).isEqualTo("Season Unknown");
    assertThat(page.getString("seasons[3].id")).isEqualTo("jf:" + unknown);
    assertThat(page.getInt("start.season_number")).isOne();
    assertThat(page.getInt("start.number_end")).isEqualTo(2);
    assertThat(page.getMap("$")).doesNotContainKey("resume");
    Proxy.as("demo")
        .put("/playback/" + page.getString("seasons[1].id") + "/played")
        .then()
        .statusCode(204);
    await().atMost(SOON).until(() -> ("jf:" + two).equals(nextUp("tmdb:tv:" + tmdb)));
    Proxy.as("demo")
        .get(path + "/seasons/-1/episodes")
        .then()
        .statusCode(200)
        .body("episodes[0].id", equalTo("jf:" + dated))
        .body("episodes[0].season_number", equalTo(-1))
        .body("episodes[0].number", equalTo(-1))
        .body("episodes[0].air_date", equalTo("2024-03-01"));
    Proxy.as("demo")
        .get("/library/jf:" + other + "/seasons/1/episodes")
        .then()
        .statusCode(200)
        .body("episodes[0].number", equalTo(1))
        .body("episodes[0].number_end", equalTo(2));
  }

  private String added(String item) {
    added.add(item);
    return item;
  }

  private static void awaitSources(String path, int count) {
    await()
        .atMost(SOON)
        .untilAsserted(
            () ->
                assertThat(Proxy.as("demo").get(path).jsonPath().getList("sources"))
                    .hasSize(count));
  }

  private static void awaitSeasons(String path) {
    await()
        .atMost(SOON)
        .untilAsserted(
            () ->
                assertThat(Proxy.as("demo").get(path).jsonPath().getList("seasons.number"))
                    .containsExactly(0, 1, 2, -1));
  }

  private static int status(String user, String path) {
    return Proxy.as(user).header("Range", "bytes=0-9").get(path).statusCode();
  }
}
