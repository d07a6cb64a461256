package com.stoganet.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

import com.stoganet.sandbox.Behaviour;
import com.stoganet.sandbox.JellyfinVersion;
import com.stoganet.sandbox.Titles;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

@BlackBox
class LibraryIT {

  private static final int MOVIES = 12;
  private static final int SERIES = 3;

  @ParameterizedTest
  @EnumSource(JellyfinVersion.class)
  void given_the_whole_library_when_listed_then_every_title_is_there_once(JellyfinVersion version) {
    Proxy.jellyfin().become(version);

    JsonPath page = Proxy.as("demo").get("/library?limit=100").jsonPath();

    assertThat(page.getInt("total")).isEqualTo(MOVIES + SERIES);
    assertThat(page.getList("items.id", String.class))
        .hasSize(MOVIES + SERIES)
        .doesNotHaveDuplicates();
    assertThat(page.getString("next_cursor")).isNull();
    assertThat(page.getList("items.state")).containsOnly("playable");
    assertThat(Proxy.jellyfin().violations()).isEmpty();
  }

  @Test
  void given_a_type_when_listed_then_only_that_type_comes() {
    Proxy.as("demo")
        .get("/library?type=tv")
        .then()
        .statusCode(200)
        .body("total", equalTo(SERIES))
        .body("items.type", everyItem(equalTo("tv")))
        .body("items.id", hasItem("tmdb:tv:" + Titles.SERIES_TMDB));
    Proxy.as("demo")
        .get("/library?type=movie")
        .then()
        .statusCode(200)
        .body("total", equalTo(MOVIES))
        .body("items.id", hasItem("tmdb:movie:" + Titles.SHARED_TMDB))
        .body("items.id", hasItem("jf:" + Titles.MOVIE_WITHOUT_TMDB));
  }

  @Test
  void given_small_pages_when_the_cursor_is_followed_then_the_whole_list_comes_in_order() {
    String token = Proxy.token("demo");
    List<String> whole =
        Proxy.withToken(token).get("/library?limit=100").jsonPath().getList("items.id");

    List<String> followed = new ArrayList<>();
    String query = "?limit=4";
    int pages = 0;
    while (query != null) {
      JsonPath page = Proxy.withToken(token).get("/library" + query).jsonPath();
      followed.addAll(page.getList("items.id", String.class));
      String next = page.getString("next_cursor");
      query = next == null ? null : "?limit=4&cursor=" + next;
      pages++;
    }

    assertThat(followed).isEqualTo(whole);
    assertThat(pages).isEqualTo(4);
  }

  @ParameterizedTest
  @CsvSource({
    "type=film,type",
    "type=MOVIE,type",
    "limit=0,limit",
    "limit=101,limit",
    "limit=-1,limit",
    "limit=ten,limit",
    "limit=99999999999,limit",
    "cursor=nonsense,cursor",
    "sort=name,sort",
    "sort=Title,sort",
    "order=up,order",
    "seed=x,seed",
    "year=99,year",
    "year=2000-1990,year",
    "unwatched=yes,unwatched",
    "favorite=1,favorite",
    "letter=ab,letter"
  })
  void given_a_bad_parameter_when_listed_then_it_is_named(String query, String field) {
    ErrorBody.naming(field, Proxy.as("demo").get("/library?" + query));
  }

  @Test
  void given_sorts_when_listed_then_the_order_is_right() {
    String token = Proxy.token("demo");

    List<Float> ratings =
        Proxy.withToken(token)
            .get("/library?limit=100&sort=rating")
            .jsonPath()
            .getList("items.findAll { it.community_rating != null }.community_rating", Float.class);
    List<Integer> years =
        Proxy.withToken(token)
            .get("/library?limit=100&type=movie&sort=released&order=asc")
            .jsonPath()
            .getList("items.findAll { it.year > 0 }.year", Integer.class);
    List<String> newest =
        Proxy.withToken(token).get("/library?limit=100&sort=added").jsonPath().getList("items.id");
    List<String> oldest =
        Proxy.withToken(token)
            .get("/library?limit=100&sort=added&order=asc")
            .jsonPath()
            .getList("items.id");

    assertThat(ratings).hasSizeGreaterThan(5).isSortedAccordingTo(Comparator.reverseOrder());
    assertThat(years).hasSizeGreaterThan(5).isSorted();
    assertThat(newest).hasSize(MOVIES + SERIES).isNotEqualTo(oldest);
    assertThat(newest.get(0)).isEqualTo(oldest.get(oldest.size() - 1));
  }

  @Test
  void given_a_seed_when_shuffled_then_the_order_is_the_seeds() {
    String token = Proxy.token("demo");

    List<String> one = ids(token, "?limit=100&sort=random&seed=1");

    assertThat(ids(token, "?limit=100&sort=random&seed=1")).isEqualTo(one);
    assertThat(ids(token, "?limit=100&sort=random&seed=2"))
        .isNotEqualTo(one)
        .containsExactlyInAnyOrderElementsOf(one);
  }

  @Test
  void given_filters_when_listed_then_only_what_fits_is_there() {
    String token = Proxy.token("demo");
    String watched = "tmdb:movie:" + Titles.MOVIE_WATCHED_TMDB;
    String favorite = "tmdb:movie:" + Titles.MOVIE_FAVORITE_TMDB;

    assertThat(ids(token, "?unwatched=true&limit=100"))
        .hasSizeGreaterThan(5)
        .doesNotContain(watched);
    assertThat(ids(token, "?unwatched=false&limit=100")).contains(watched);
    assertThat(ids(token, "?favorite=true")).contains(favorite).hasSizeLessThan(5);
    assertThat(ids(token, "?favorite=false&limit=100")).doesNotContain(favorite);
    assertThat(ids(token, "?genre=mystery"))
        .containsExactlyInAnyOrder(
            "tmdb:movie:" + Titles.MOVIE_TMDB, "tmdb:movie:" + Titles.MOVIE_IN_PROGRESS_TMDB);
    assertThat(ids(token, "?year=2019")).contains("tmdb:movie:" + Titles.MOVIE_TMDB);
    assertThat(ids(token, "?year=-2018&limit=100"))
        .doesNotContain("tmdb:movie:" + Titles.MOVIE_TMDB);
    assertThat(ids(token, "?letter=l")).contains("tmdb:movie:" + Titles.MOVIE_TMDB);
    assertThat(ids(token, "?genre=nothing")).isEmpty();
  }

  @Test
  void given_genres_when_asked_for_then_they_count_what_the_user_may_see() {
    JsonPath demo = Proxy.as("demo").get("/library/genres").jsonPath();
    JsonPath kid = Proxy.as("kid").get("/library/genres").jsonPath();

    assertThat(demo.getList("genres.name", String.class)).isSorted().contains("Drama", "Mystery");
    assertThat(demo.getInt("genres.find { it.name == 'Mystery' }.count")).isEqualTo(2);
    assertThat(kid.getList("genres.count", Integer.class).stream().mapToInt(n -> n).sum())
        .isLessThan(demo.getList("genres.count", Integer.class).stream().mapToInt(n -> n).sum());
    ErrorBody.naming("type", Proxy.as("demo").get("/library/genres?type=film"));
  }

  @Test
  void given_a_title_when_asked_for_similar_ones_then_only_visible_ones_come() {
    Proxy.as("demo")
        .get("/library/tmdb:movie:" + Titles.MOVIE_TMDB + "/similar")
        .then()
        .statusCode(200)
        .body("items[0].id", equalTo("tmdb:movie:" + Titles.MOVIE_IN_PROGRESS_TMDB));
    Proxy.as("kid")
        .get("/library/tmdb:movie:" + Titles.MOVIE_TMDB + "/similar?limit=50")
        .then()
        .statusCode(200)
        .body("items.id", not(hasItem("tmdb:movie:" + Titles.MOVIE_HIDDEN_FROM_KID_TMDB)));
    ErrorBody.naming(
        "limit",
        Proxy.as("demo").get("/library/tmdb:movie:" + Titles.MOVIE_TMDB + "/similar?limit=0"));
  }

  private static List<String> ids(String token, String query) {
    return Proxy.withToken(token).get("/library" + query).jsonPath().getList("items.id");
  }

  @Test
  void given_a_child_when_listing_then_the_hidden_movie_is_not_there() {
    Proxy.as("kid")
        .get("/library?limit=100")
        .then()
        .statusCode(200)
        .body("total", equalTo(MOVIES + SERIES - 1))
        .body("items.id", not(hasItem("tmdb:movie:" + Titles.MOVIE_HIDDEN_FROM_KID_TMDB)));
  }

  @ParameterizedTest
  @EnumSource(JellyfinVersion.class)
  void given_a_movie_when_opened_by_either_id_then_everything_about_it_is_there(
      JellyfinVersion version) {
    Proxy.jellyfin().become(version);

    for (String id : List.of("tmdb:movie:" + Titles.MOVIE_TMDB, "jf:" + Titles.MOVIE)) {
      Proxy.as("demo")
          .get("/library/" + id)
          .then()
          .statusCode(200)
          .body("id", equalTo("tmdb:movie:" + Titles.MOVIE_TMDB))
          .body("title", equalTo(Titles.MOVIE_NAME))
          .body("type", equalTo("movie"))
          .body("state", equalTo("playable"))
          .body("year", greaterThan(1900))
          .body("runtime", greaterThan(0))
          .body("overview", notNullValue())
          .body("poster", notNullValue())
          .body("genres", not(empty()))
          .body("cast.role", not(hasItem("Actor")))
          .body("cast[0].name", notNullValue())
          .body("seasons", empty())
          .body(
              "play.stream_url",
              equalTo(Proxy.setting("PROXY_BASE_URL") + "/stream/" + Titles.MOVIE))
          .body("play.subtitle_tracks", not(empty()))
          .body("play.subtitle_tracks.codec", not(hasItem("PGSSUB")))
          .body("progress.played", equalTo(false))
          .body("$", not(hasKey("resume")));
    }
    assertThat(Proxy.jellyfin().violations()).isEmpty();
  }

  @Test
  void given_progress_when_opened_then_it_is_in_milliseconds_and_the_users_own() {
    String path = "/library/tmdb:movie:" + Titles.MOVIE_IN_PROGRESS_TMDB;

    Proxy.as("demo").get(path).then().body("progress.position_ms", greaterThan(60_000));
    Proxy.as("kid").get(path).then().body("progress.position_ms", equalTo(0));
  }

  @ParameterizedTest
  @EnumSource(JellyfinVersion.class)
  void given_a_series_when_opened_then_it_has_seasons_and_the_episode_to_go_on_with(
      JellyfinVersion version) {
    Proxy.jellyfin().become(version);

    Proxy.as("demo")
        .get("/library/tmdb:tv:" + Titles.SERIES_TMDB)
        .then()
        .statusCode(200)
        .body("type", equalTo("tv"))
        .body("id", equalTo("tmdb:tv:" + Titles.SERIES_TMDB))
        .body("seasons.number", equalTo(List.of(0, 1, 2)))
        .body("seasons.episode_count", everyItem(greaterThan(0)))
        .body("resume.episode_id", equalTo("jf:" + Titles.EPISODE_IN_PROGRESS))
        .body("resume.season_number", equalTo(1))
        .body("resume.episode_number", equalTo(2))
        .body("resume.progress.position_ms", greaterThan(0))
        .body(
            "resume.play.stream_url",
            equalTo(Proxy.setting("PROXY_BASE_URL") + "/stream/" + Titles.EPISODE_IN_PROGRESS))
        .body("$", not(hasKey("play")))
        .body("$", not(hasKey("progress")));
  }

  @Test
  void given_a_series_nobody_began_when_opened_then_there_is_nothing_to_go_on_with() {
    Proxy.as("demo")
        .get("/library/tmdb:tv:" + Titles.SERIES_UNWATCHED_TMDB)
        .then()
        .statusCode(200)
        .body("seasons", not(empty()))
        .body("$", not(hasKey("resume")));
  }

  @Test
  void given_two_versions_when_opened_then_the_default_one_is_played() {
    Proxy.as("demo")
        .get("/library/tmdb:movie:" + Titles.MOVIE_TWO_VERSIONS_TMDB)
        .then()
        .body(
            "play.stream_url",
            equalTo(Proxy.setting("PROXY_BASE_URL") + "/stream/" + Titles.MOVIE_TWO_VERSIONS));
  }

  @Test
  void given_one_number_for_a_movie_and_a_series_when_opened_then_each_is_itself() {
    RequestSpecification demo = Proxy.as("demo");

    demo.get("/library/tmdb:movie:" + Titles.SHARED_TMDB).then().body("type", equalTo("movie"));
    demo.get("/library/tmdb:tv:" + Titles.SHARED_TMDB).then().body("type", equalTo("tv"));
  }

  @Test
  void given_a_hidden_or_unknown_title_when_opened_then_it_does_not_exist() {
    RequestSpecification kid = Proxy.as("kid");
    for (String id :
        List.of(
            "tmdb:movie:" + Titles.MOVIE_HIDDEN_FROM_KID_TMDB,
            "jf:" + Titles.MOVIE_HIDDEN_FROM_KID,
            "tmdb:movie:4711",
            "tmdb:tv:" + Titles.MOVIE_TMDB,
            "jf:ffffffffffffffffffffffffffffffff",
            "jf:" + Titles.MOVIES_LIBRARY,
            "jf:" + Titles.SERIES_SEASON_1)) {
      ErrorBody.of(kid.get("/library/" + id), 404, "item_not_found");
    }
    Proxy.as("demo").get("/library/jf:" + Titles.MOVIE_HIDDEN_FROM_KID).then().statusCode(200);
  }

  @Test
  void given_a_user_when_a_title_is_opened_then_jellyfin_is_asked_with_that_users_own_token() {
    RequestSpecification demo = Proxy.as("demo");
    Proxy.jellyfin().clearRequests();

    demo.get("/library/jf:" + Titles.SERIES);
    demo.get("/library/jf:" + Titles.SERIES + "/seasons/1/episodes");

    String token = Proxy.jellyfin().lastTokenOf("demo").orElseThrow();
    assertThat(Proxy.jellyfin().requests())
        .filteredOn(request -> !request.path().equals("/Items"))
        .filteredOn(request -> !request.path().equals("/System/Info/Public"))
        .extracting(request -> request.header("Authorization").orElse(""))
        .isNotEmpty()
        .containsOnly("MediaBrowser Token=\"" + token + "\"");
  }

  @Test
  void given_a_token_jellyfin_no_longer_knows_when_browsing_then_it_says_so() {
    RequestSpecification admin = Proxy.as("admin");
    Proxy.jellyfin().revokeAllTokens();

    ErrorBody.of(admin.get("/library/jf:" + Titles.MOVIE), 401, "jellyfin_session_expired");
    // What was watched is remembered for ten seconds.
    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(() -> ErrorBody.of(admin.get("/home"), 401, "jellyfin_session_expired"));
  }

  @Test
  void given_jellyfin_fails_when_browsing_then_lists_are_served_and_titles_are_503() {
    RequestSpecification demo = Proxy.as("demo");
    demo.get("/library").then().statusCode(200);
    Proxy.jellyfin().behave(Behaviour.failing(500));

    demo.get("/library").then().statusCode(200);
    ErrorBody.of(demo.get("/library/jf:" + Titles.MOVIE), 503, "backend_unavailable");
  }

  @Test
  void given_any_answer_when_looked_through_then_it_does_not_contain_jellyfins_address() {
    String token = Proxy.token("demo");
    String jellyfin = Proxy.jellyfin().url().getAuthority();

    for (String path :
        List.of(
            "/library?limit=100",
            "/library/genres",
            "/library/jf:" + Titles.SERIES,
            "/library/jf:" + Titles.MOVIE,
            "/library/jf:" + Titles.MOVIE + "/similar",
            "/library/jf:" + Titles.SERIES + "/seasons/1/episodes",
            "/home?rows=watch_next,continue_watching,next_up,recently_added_tv,all_movies",
            "/search?q=vessary",
            "/health/ready")) {
      String answer = Proxy.withToken(token).get(path).asString();
      assertThat(answer)
          .as(path)
          .hasSizeGreaterThan(50)
          .doesNotContain(jellyfin, "/config/", "/media/");
    }
  }
}
