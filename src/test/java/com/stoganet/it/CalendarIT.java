package com.stoganet.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import com.stoganet.sandbox.arr.MovieFacts;
import com.stoganet.sandbox.arr.SampleMovies;
import com.stoganet.sandbox.arr.SampleShows;
import io.restassured.path.json.JsonPath;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@BlackBox
class CalendarIT {

  private static final int RATED_R = 923_001;
  private static final int FIRST_LONG = 924_001;
  private static final int LONG_MOVIES = 40;
  private static final int LONG_OVERVIEW = 500_000;
  private static final LocalDate TODAY = LocalDate.now(ZoneOffset.UTC);

  @Test
  void given_what_comes_out_when_asked_then_both_servers_tell_each_with_its_state() {
    JsonPath days =
        Proxy.as("demo")
            .get("/calendar?start=" + TODAY.minusDays(10) + "&end=" + TODAY.plusDays(40))
            .then()
            .statusCode(200)
            .body("partial", equalTo(false))
            .extract()
            .jsonPath();

    String film = "items.find { it.title_id == 'tmdb:movie:" + SampleMovies.UNRELEASED + "' }";
    assertThat(days.getString(film + ".event")).isEqualTo("digital_release");
    assertThat(days.getString(film + ".date")).isEqualTo(TODAY.plusDays(30).toString());
    assertThat(days.getBoolean(film + ".in_library")).isFalse();
    assertThat(days.getString(film + ".status.stage")).isEqualTo("waiting_for_release");
    String episode =
        "items.find { it.title_id == 'tmdb:tv:" + SampleShows.tmdb(SampleShows.AIRING) + "' }";
    assertThat(days.getString(episode + ".event")).isEqualTo("episode");
    assertThat(days.getInt(episode + ".season_number")).isOne();
    assertThat(days.<String>getList("items.date")).isSorted();
  }

  @Test
  void given_a_title_above_a_childs_rating_when_it_comes_out_then_the_child_does_not_see_it() {
    Proxy.arrs()
        .radarr()
        .knows(
            MovieFacts.of(RATED_R, "The Butcher's Return", TODAY.getYear())
                .certification("R")
                .digital(TODAY.plusDays(3)));
    Proxy.arrs().radarr().keep(RATED_R);
    try {
      String id = "tmdb:movie:" + RATED_R;
      Proxy.as("demo").get("/calendar").then().body("items.title_id", hasItem(id));
      Proxy.as("kid").get("/calendar").then().body("items.title_id", not(hasItem(id)));
    } finally {
      Proxy.arrs().radarr().forget(RATED_R);
    }
  }

  /** JSON parsers of servers take 15 million characters unless told otherwise. */
  @Test
  void given_an_answer_of_20_million_characters_when_asked_then_all_of_it_is_read() {
    String overview = "A long story. ".repeat(LONG_OVERVIEW / 14);
    for (int i = 0; i < LONG_MOVIES; i++) {
      MovieFacts movie = MovieFacts.of(FIRST_LONG + i, "Long " + i, TODAY.getYear());
      Proxy.arrs()
          .radarr()
          .knows(movie.overview(overview).certification("PG").digital(TODAY.plusDays(3)));
      Proxy.arrs().radarr().keep(FIRST_LONG + i);
    }
    try {
      List<String> titles =
          Proxy.as("demo")
              .get("/calendar")
              .then()
              .statusCode(200)
              .body("partial", equalTo(false))
              .extract()
              .path("items.title_id");
      assertThat(titles).contains("tmdb:movie:" + (FIRST_LONG + LONG_MOVIES - 1));
    } finally {
      for (int i = 0; i < LONG_MOVIES; i++) {
        Proxy.arrs().radarr().forget(FIRST_LONG + i);
      }
    }
  }

  @Test
  void given_a_server_that_is_away_when_asked_then_the_other_tells_and_it_is_partial() {
    Proxy.arrs().radarr().goDown();
    try {
      Proxy.as("demo")
          .get("/calendar?start=" + TODAY.minusDays(10) + "&end=" + TODAY.plusDays(40))
          .then()
          .statusCode(200)
          .body("partial", equalTo(true))
          .body("items.type.unique()", equalTo(List.of("tv")));
    } finally {
      Proxy.arrs().radarr().comeBack();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "start=yesterday",
        "end=2026-02-30",
        "start=2026-12-01&end=2026-11-01",
        "start=2026-01-01&end=2026-12-31"
      })
  void given_days_that_make_no_sense_when_asked_then_it_says_so(String query) {
    ErrorBody.of(Proxy.as("demo").get("/calendar?" + query), 400, "validation_failed");
  }
}
