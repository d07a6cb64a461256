package com.stoganet.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.stoganet.sandbox.JellyfinVersion;
import com.stoganet.sandbox.RecordedRequest;
import com.stoganet.sandbox.Titles;
import com.stoganet.sandbox.WatchState;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What the user admin watches, so that the others stay as they are. */
@BlackBox
class PlaybackIT {

  private static final String MOVIE = "tmdb:movie:" + Titles.MOVIE_TMDB;
  private static final long TICKS_PER_MILLI = 10_000;
  private static final long HALF_AN_HOUR = Duration.ofMinutes(30).toMillis();

  private final String token = Proxy.token("admin");

  @AfterEach
  void forget() {
    Proxy.withToken(token).delete("/playback/" + MOVIE + "/played");
    Proxy.withToken(token).delete("/playback/" + MOVIE + "/favorite");
  }

  @ParameterizedTest
  @EnumSource(JellyfinVersion.class)
  void given_a_position_when_reported_then_jellyfin_keeps_it_as_the_last_thing_watched(
      JellyfinVersion version) {
    Proxy.jellyfin().become(version);
    Instant before = Instant.now();

    for (String id : List.of(MOVIE, "jf:" + Titles.MOVIE, Titles.MOVIE)) {
      progress(id, HALF_AN_HOUR, false).then().statusCode(204);

      assertThat(state(Titles.MOVIE).positionTicks()).isEqualTo(HALF_AN_HOUR * TICKS_PER_MILLI);
    }
    assertThat(state(Titles.MOVIE).lastPlayed()).isAfterOrEqualTo(before.minusSeconds(1));
    assertThat(state(Titles.MOVIE).playCount()).isEqualTo(1);
  }

  @Test
  void given_jellyfins_rules_when_positions_are_reported_then_they_hold() {
    progress(MOVIE, 30_000, false).then().statusCode(204);
    assertThat(state(Titles.MOVIE).positionTicks()).as("not begun").isZero();

    progress(MOVIE, Duration.ofMinutes(110).toMillis(), false).then().statusCode(204);
    assertThat(state(Titles.MOVIE).played()).as("near the end").isTrue();
    assertThat(state(Titles.MOVIE).positionTicks()).isZero();
  }

  @Test
  void given_the_end_when_reported_as_played_then_nothing_brings_the_position_back() {
    progress(MOVIE, HALF_AN_HOUR, false);
    Proxy.jellyfin().clearRequests();

    progress(MOVIE, HALF_AN_HOUR, true).then().statusCode(204);

    assertThat(state(Titles.MOVIE).played()).isTrue();
    assertThat(state(Titles.MOVIE).positionTicks()).isZero();
    assertThat(Proxy.jellyfin().requests())
        .extracting(RecordedRequest::path)
        .containsSubsequence("/Sessions/Playing/Stopped", "/UserPlayedItems/" + Titles.MOVIE);
  }

  @ParameterizedTest
  @CsvSource({"-1", "99999999999", "9223372036854775807"})
  void given_a_position_that_there_is_not_when_reported_then_the_field_is_named(long position) {
    ErrorBody.naming("position_ms", progress(MOVIE, position, false));
    assertThat(state(Titles.MOVIE).positionTicks()).isZero();
  }

  @Test
  void given_something_without_a_position_when_reported_then_the_field_is_named() {
    ErrorBody.naming("id", progress("tmdb:tv:" + Titles.SERIES_TMDB, 1, false));
    ErrorBody.naming("id", progress("jf:" + Titles.EPISODE_MISSING, 1, false));
    ErrorBody.naming("id", progress("nonsense", 1, false));
    ErrorBody.naming(
        "position_ms",
        Proxy.withToken(token)
            .contentType(ContentType.JSON)
            .body("{\"played\":false}")
            .put("/playback/" + MOVIE + "/progress"));
  }

  @Test
  void given_marks_when_set_and_taken_away_then_lists_and_pages_show_it() {
    Proxy.withToken(token).put("/playback/" + MOVIE + "/favorite").then().statusCode(204);
    Proxy.withToken(token).put("/playback/" + MOVIE + "/played").then().statusCode(204);

    assertThat(ids("/library?favorite=true")).contains(MOVIE);
    assertThat(ids("/library?unwatched=false")).contains(MOVIE);
    assertThat(state(Titles.MOVIE).favorite()).isTrue();
    assertThat(state(Titles.MOVIE).played()).isTrue();

    Proxy.withToken(token).delete("/playback/" + MOVIE + "/favorite").then().statusCode(204);
    Proxy.withToken(token).delete("/playback/" + MOVIE + "/played").then().statusCode(204);

    assertThat(ids("/library?favorite=true")).doesNotContain(MOVIE);
    assertThat(ids("/library?unwatched=false")).doesNotContain(MOVIE);
    assertThat(state(Titles.MOVIE).favorite()).isFalse();
  }

  @ParameterizedTest
  @EnumSource(JellyfinVersion.class)
  void given_a_series_when_marked_as_played_then_all_its_episodes_are_and_lists_show_it(
      JellyfinVersion version) {
    Proxy.jellyfin().become(version);
    String id = "tmdb:tv:" + Titles.SERIES_UNWATCHED_TMDB;
    String series = "/playback/" + id + "/played";
    Proxy.withToken(token)
        .put("/playback/jf:" + Titles.SERIES_UNWATCHED_FIRST_EPISODE + "/played")
        .then()
        .statusCode(204);
    assertThat(ids("/library?type=tv&unwatched=false")).as("only begun").doesNotContain(id);

    Proxy.withToken(token).put(series).then().statusCode(204);
    assertThat(state(Titles.SERIES_UNWATCHED_FIRST_EPISODE).played()).isTrue();
    assertThat(ids("/library?type=tv&unwatched=false")).contains(id);
    assertThat(ids("/library?type=tv&unwatched=true")).doesNotContain(id);

    Proxy.withToken(token).delete(series).then().statusCode(204);
    assertThat(ids("/library?type=tv&unwatched=true")).contains(id);
    assertThat(state(Titles.SERIES_UNWATCHED_FIRST_EPISODE).played()).isFalse();
  }

  private Response progress(String id, long position, boolean played) {
    return Proxy.withToken(token)
        .contentType(ContentType.JSON)
        .body("{\"position_ms\":" + position + ",\"played\":" + played + "}")
        .put("/playback/" + id + "/progress");
  }

  private List<String> ids(String path) {
    return Proxy.withToken(token).get(path).jsonPath().getList("items.id");
  }

  private static WatchState state(String item) {
    return Proxy.jellyfin().users().watchState("admin", item);
  }
}
