package com.stoganet.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.stoganet.sandbox.Item;
import com.stoganet.sandbox.JellyfinVersion;
import com.stoganet.sandbox.RecordedRequest;
import com.stoganet.sandbox.Titles;
import com.stoganet.sandbox.WatchState;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the last report said stands, whatever happens next; watched by the user admin. */
@BlackBox
class WatchStateIT {

  private static final Duration SOON = Duration.ofSeconds(20);
  private static final Duration IDLE = Duration.ofMinutes(11);
  private static final long TICKS_PER_MILLI = 10_000;
  private static final long MINUTE = Duration.ofMinutes(1).toMillis();

  private final String token = Proxy.token("admin");
  private final List<String> added = new ArrayList<>();

  @AfterEach
  void forget() {
    Proxy.jellyfin().become(Proxy.JELLYFIN);
    Proxy.jellyfin().resetTime();
    added.forEach(Proxy.jellyfin().library()::remove);
    for (String id : List.of(Titles.MOVIE, Titles.MOVIE_TWO_VERSIONS, Titles.SECOND_VERSION)) {
      as().delete("/playback/" + id + "/played");
    }
  }

  @ParameterizedTest
  @EnumSource(JellyfinVersion.class)
  void given_a_player_that_falls_silent_when_time_passes_then_its_last_position_stands_R01(
      JellyfinVersion version) {
    Proxy.jellyfin().become(version);
    long late = 100 * MINUTE;
    progress(Titles.MOVIE, late, false, null).then().statusCode(204);

    Proxy.jellyfin().passTime(IDLE);

    assertThat(state(Titles.MOVIE).positionTicks()).isEqualTo(late * TICKS_PER_MILLI);
    assertThat(state(Titles.MOVIE).played()).isFalse();
  }

  @Test
  void given_a_player_that_falls_silent_when_noticed_then_jellyfin_is_told_that_it_stopped_R01() {
    Proxy.jellyfin().clearRequests();
    progress(Titles.MOVIE, 30 * MINUTE, false, null);

    await().atMost(SOON).until(() -> asked("/Sessions/Playing/Stopped"));

    assertThat(state(Titles.MOVIE).positionTicks()).isEqualTo(30 * MINUTE * TICKS_PER_MILLI);
  }

  @Test
  void given_another_device_that_went_on_when_the_first_is_closed_then_its_position_stands_R01() {
    progress(Proxy.withToken(Proxy.token("admin")), Titles.MOVIE, 30 * MINUTE, false, null)
        .then()
        .statusCode(204);
    progress(Titles.MOVIE, 40 * MINUTE, false, null).then().statusCode(204);
    Proxy.jellyfin().clearRequests();

    await()
        .atMost(SOON)
        .until(
            () ->
                Proxy.jellyfin().requests().stream()
                        .filter(request -> request.path().equals("/Sessions/Playing/Stopped"))
                        .count()
                    >= 2);

    assertThat(state(Titles.MOVIE).positionTicks()).isEqualTo(40 * MINUTE * TICKS_PER_MILLI);
    Proxy.jellyfin().passTime(IDLE);
    assertThat(state(Titles.MOVIE).positionTicks()).isEqualTo(40 * MINUTE * TICKS_PER_MILLI);
  }

  @Test
  void given_a_mark_on_another_device_when_the_player_is_closed_then_the_mark_stands_R01() {
    progress(Proxy.withToken(Proxy.token("admin")), Titles.MOVIE, 30 * MINUTE, false, null)
        .then()
        .statusCode(204);
    as().put("/playback/" + Titles.MOVIE + "/played").then().statusCode(204);
    Proxy.jellyfin().clearRequests();

    await().atMost(SOON).until(() -> asked("/Sessions/Playing/Stopped"));

    assertThat(state(Titles.MOVIE).played()).isTrue();
    assertThat(state(Titles.MOVIE).positionTicks()).isZero();
  }

  @Test
  void given_jellyfin_away_when_a_player_falls_silent_then_it_is_told_later_R01() {
    progress(Titles.MOVIE, 30 * MINUTE, false, null);
    Proxy.jellyfin().goDown();
    try {
      progress(Titles.MOVIE, 40 * MINUTE, false, null).then().statusCode(503);
    } finally {
      Proxy.jellyfin().comeBack();
    }
    await()
        .atMost(Duration.ofSeconds(90))
        .until(() -> state(Titles.MOVIE).positionTicks() == 40 * MINUTE * TICKS_PER_MILLI);
    Proxy.awaitRecovery();
  }

  @Test
  void given_a_sign_out_while_something_plays_then_it_is_stopped_before_the_token_ends_R01() {
    SignedIn device = SignedIn.as("admin");
    progress(device.request(), Titles.MOVIE, 30 * MINUTE, false, null).then().statusCode(204);
    Proxy.jellyfin().clearRequests();

    device.logout().then().statusCode(204);

    await().atMost(SOON).until(() -> asked("/Sessions/Logout"));
    assertThat(Proxy.jellyfin().requests())
        .extracting(RecordedRequest::path)
        .containsSubsequence("/Sessions/Playing/Stopped", "/Sessions/Logout");
    assertThat(state(Titles.MOVIE).positionTicks()).isEqualTo(30 * MINUTE * TICKS_PER_MILLI);
  }

  @Test
  void given_a_length_that_jellyfin_does_not_know_when_reported_then_nothing_becomes_watched_R02() {
    Item movie = movie("Without Length", 970_001);
    Proxy.jellyfin().library().lengthUnknown(movie.id());

    progress("jf:" + movie.id(), 30 * MINUTE, false, null).then().statusCode(204);

    assertThat(state(movie.id()).played()).isFalse();
    assertThat(state(movie.id()).positionTicks()).isEqualTo(30 * MINUTE * TICKS_PER_MILLI);
    progress("jf:" + movie.id(), 31 * MINUTE, true, null).then().statusCode(204);
    assertThat(state(movie.id()).played()).isTrue();
  }

  @Test
  void given_a_length_that_jellyfin_finds_out_when_reported_then_its_rules_hold_R02() {
    Item movie = movie("Link to a Film", 970_002);
    Proxy.jellyfin().library().lengthUnknown(movie.id(), Duration.ofMinutes(100));

    progress("jf:" + movie.id(), 2 * MINUTE, false, null).then().statusCode(204);
    assertThat(state(movie.id()).played()).isFalse();
    assertThat(state(movie.id()).positionTicks()).as("barely begun").isZero();

    progress("jf:" + movie.id(), 50 * MINUTE, false, null).then().statusCode(204);
    assertThat(state(movie.id()).positionTicks()).isEqualTo(50 * MINUTE * TICKS_PER_MILLI);
  }

  @Test
  void given_the_second_version_when_reported_then_12_keeps_the_position_with_it_R03() {
    Proxy.jellyfin().become(JellyfinVersion.V12);

    progress(Titles.MOVIE_TWO_VERSIONS, 30 * MINUTE, false, Titles.SECOND_VERSION)
        .then()
        .statusCode(204);

    assertThat(state(Titles.SECOND_VERSION).positionTicks())
        .isEqualTo(30 * MINUTE * TICKS_PER_MILLI);
    assertThat(state(Titles.MOVIE_TWO_VERSIONS).positionTicks()).isZero();
  }

  @ParameterizedTest
  @EnumSource(names = {"V10_10", "V10_11"})
  void given_the_second_version_when_reported_then_the_item_has_the_position_before_12_R37(
      JellyfinVersion version) {
    Proxy.jellyfin().become(version);

    progress(Titles.MOVIE_TWO_VERSIONS, 30 * MINUTE, false, Titles.SECOND_VERSION)
        .then()
        .statusCode(204);

    assertThat(state(Titles.MOVIE_TWO_VERSIONS).positionTicks())
        .isEqualTo(30 * MINUTE * TICKS_PER_MILLI);
    assertThat(lastReport()).contains(Titles.SECOND_VERSION);
    progress(Titles.MOVIE_TWO_VERSIONS, 31 * MINUTE, false, null).then().statusCode(204);
    assertThat(lastReport()).as("the version played last").contains(Titles.SECOND_VERSION);
  }

  @Test
  void given_a_source_when_it_is_no_id_or_gone_then_it_is_named_or_the_title_keeps_the_position() {
    ErrorBody.naming("source_id", progress(Titles.MOVIE, MINUTE, false, "nonsense"));

    progress(Titles.MOVIE, 30 * MINUTE, false, "0123456789abcdef0123456789abcdef")
        .then()
        .statusCode(204);
    assertThat(state(Titles.MOVIE).positionTicks()).isEqualTo(30 * MINUTE * TICKS_PER_MILLI);
  }

  @Test
  void given_a_film_in_parts_when_a_part_ends_then_it_is_watched_only_after_the_last_R06() {
    Item movie = movie("In Three Parts", 970_003);
    Proxy.jellyfin().library().lasts(movie.id(), Duration.ofMinutes(40));
    String second = Proxy.jellyfin().library().addPart(movie.id(), Duration.ofMinutes(40)).id();
    String last = Proxy.jellyfin().library().addPart(movie.id(), Duration.ofMinutes(4)).id();
    added.addAll(List.of(second, last));
    String id = "jf:" + movie.id();

    progress(id, 39 * MINUTE, false, movie.id()).then().statusCode(204);
    assertThat(state(movie.id()).played()).as("end of the first").isFalse();
    assertThat(state(movie.id()).positionTicks()).isEqualTo(39 * MINUTE * TICKS_PER_MILLI);

    progress(id, 40 * MINUTE, true, movie.id()).then().statusCode(204);
    assertThat(state(movie.id()).played()).as("first part over").isFalse();
    assertThat(state(movie.id()).positionTicks()).as("goes on").isPositive();

    progress(id, 20 * MINUTE, false, second).then().statusCode(204);
    assertThat(state(movie.id()).positionTicks()).isEqualTo(20 * MINUTE * TICKS_PER_MILLI);
    JsonPath page = as().get("/library/" + id).jsonPath();
    assertThat(page.getList("sources[0].parts.id")).containsExactly(movie.id(), second, last);
    assertThat(page.getList("sources[0].parts.duration_ms", Long.class))
        .containsExactly(40 * MINUTE, 40 * MINUTE, 4 * MINUTE);
    assertThat(page.getString("sources[0].parts[1].stream_url")).endsWith("/stream/" + second);
    assertThat(page.getString("progress.source_id")).isEqualTo(second);
    assertThat(page.getLong("progress.position_ms")).isEqualTo(20 * MINUTE);
    progress(id, MINUTE, false, last).then().statusCode(204);
    assertThat(state(movie.id()).played()).isFalse();

    progress(id, 4 * MINUTE - 1000, false, last).then().statusCode(204);
    assertThat(state(movie.id()).played()).isTrue();
    assertThat(state(movie.id()).positionTicks()).isZero();
  }

  @ParameterizedTest
  @EnumSource(JellyfinVersion.class)
  void given_a_season_when_marked_by_its_id_then_its_episodes_are_R07(JellyfinVersion version) {
    Proxy.jellyfin().become(version);
    String season = "/playback/jf:" + Titles.SERIES_SEASON_1 + "/played";

    as().put(season).then().statusCode(204);
    assertThat(state(Titles.EPISODE).played()).isTrue();

    as().delete(season).then().statusCode(204);
    assertThat(state(Titles.EPISODE).played()).isFalse();
    as().get("/library/jf:" + Titles.SERIES_SEASON_1 + "/seasons/1/episodes")
        .then()
        .statusCode(404);
    ErrorBody.naming("id", progress("jf:" + Titles.SERIES_SEASON_1, MINUTE, false, null));
  }

  @ParameterizedTest
  @EnumSource(JellyfinVersion.class)
  void given_a_watched_film_when_tapped_then_it_stays_watched_R39(JellyfinVersion version) {
    Proxy.jellyfin().become(version);
    as().put("/playback/" + Titles.MOVIE + "/played").then().statusCode(204);

    progress(Titles.MOVIE, MINUTE, false, null).then().statusCode(204);
    assertThat(state(Titles.MOVIE).played()).as("at once").isTrue();

    progress(Titles.MOVIE, 20 * MINUTE, false, null).then().statusCode(204);
    assertThat(state(Titles.MOVIE).positionTicks()).isPositive();
    progress(Titles.MOVIE, MINUTE, false, null).then().statusCode(204);

    await().atMost(SOON).until(() -> state(Titles.MOVIE).played());
  }

  @ParameterizedTest
  @EnumSource(JellyfinVersion.class)
  void given_a_film_in_two_libraries_when_marked_then_both_copies_are_R41(JellyfinVersion version) {
    Item movie = movie("On Two Shelves", 970_004);
    String copy = Proxy.jellyfin().library().addCopy(movie.id(), Titles.SECOND_SHELF_LIBRARY).id();
    added.add(copy);
    String title = "/playback/tmdb:movie:970004";
    await()
        .atMost(SOON)
        .untilAsserted(
            () -> {
              as().put(title + "/favorite").then().statusCode(204);
              assertThat(state(copy).favorite()).isTrue();
            });
    Proxy.jellyfin().become(version);

    as().put(title + "/played").then().statusCode(204);
    for (String each : List.of(movie.id(), copy)) {
      assertThat(state(each).played()).isTrue();
      assertThat(state(each).favorite()).isTrue();
    }

    as().delete(title + "/played").then().statusCode(204);
    as().delete(title + "/favorite").then().statusCode(204);
    for (String each : List.of(movie.id(), copy)) {
      assertThat(state(each).played()).isFalse();
      assertThat(state(each).favorite()).isFalse();
    }
  }

  @Test
  void given_a_longer_version_when_its_position_is_reported_then_it_is_taken_B09() {
    Proxy.jellyfin().become(JellyfinVersion.V12);
    Proxy.jellyfin().library().lasts(Titles.MOVIE_TWO_VERSIONS, Duration.ofMinutes(178));
    Proxy.jellyfin().library().lasts(Titles.SECOND_VERSION, Duration.ofMinutes(228));
    String title = "tmdb:movie:" + Titles.MOVIE_TWO_VERSIONS_TMDB;
    await()
        .atMost(SOON)
        .untilAsserted(
            () -> {
              progress(title, 200 * MINUTE, false, null).then().statusCode(204);
              assertThat(state(Titles.SECOND_VERSION).positionTicks())
                  .isEqualTo(200 * MINUTE * TICKS_PER_MILLI);
            });

    progress(title, 227 * MINUTE, true, null).then().statusCode(204);

    assertThat(state(Titles.MOVIE_TWO_VERSIONS).played()).isTrue();
  }

  @Test
  void given_a_length_that_is_too_short_when_reported_then_the_position_stands_B09() {
    Item movie = movie("Longer Than Told", 970_005);
    Proxy.jellyfin().library().lasts(movie.id(), Duration.ofMinutes(42));
    String id = "jf:" + movie.id();

    progress(id, 41 * MINUTE, false, null).then().statusCode(204);
    progress(id, 90 * MINUTE, false, null).then().statusCode(204);

    assertThat(state(movie.id()).played()).isFalse();
    assertThat(state(movie.id()).positionTicks()).isEqualTo(90 * MINUTE * TICKS_PER_MILLI);
    Proxy.jellyfin().passTime(IDLE);
    assertThat(state(movie.id()).positionTicks()).isEqualTo(90 * MINUTE * TICKS_PER_MILLI);
    progress(id, 95 * MINUTE, true, null).then().statusCode(204);
    assertThat(state(movie.id()).played()).isTrue();
  }

  @Test
  void given_a_file_that_was_replaced_when_its_end_is_reported_then_the_new_one_is_watched_B25() {
    Item old = movie("Upgraded Meanwhile", 970_006);
    progress("tmdb:movie:970006", 1_000, false, null).then().statusCode(204);

    Proxy.jellyfin().library().remove(old.id());
    Item anew = movie("Upgraded Meanwhile", 970_006);
    progress("tmdb:movie:970006", 39_000, true, null).then().statusCode(204);

    assertThat(state(anew.id()).played()).isTrue();
  }

  private Item movie(String name, int tmdb) {
    Item movie = Proxy.jellyfin().library().addMovie(name, tmdb);
    added.add(movie.id());
    if (!name.startsWith("Upgraded") || added.size() == 1) {
      await().atMost(SOON).until(() -> as().get("/library/tmdb:movie:" + tmdb).statusCode() == 200);
    }
    return movie;
  }

  private RequestSpecification as() {
    return Proxy.withToken(token);
  }

  private Response progress(String id, long position, boolean played, String source) {
    return progress(as(), id, position, played, source);
  }

  private static Response progress(
      RequestSpecification client, String id, long position, boolean played, String source) {
    String version = source == null ? "" : ",\"source_id\":\"" + source + "\"";
    return client
        .contentType(ContentType.JSON)
        .body("{\"position_ms\":" + position + ",\"played\":" + played + version + "}")
        .put("/playback/" + id + "/progress");
  }

  private static boolean asked(String path) {
    return Proxy.jellyfin().requests().stream().anyMatch(request -> request.path().equals(path));
  }

  private static String lastReport() {
    return Proxy.jellyfin().requests().stream()
        .filter(request -> request.path().equals("/Sessions/Playing/Progress"))
        .reduce((first, second) -> second)
        .orElseThrow()
        .body();
  }

  private static WatchState state(String item) {
    return Proxy.jellyfin().users().watchState("admin", item);
  }
}
