package com.stoganet.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;

import com.stoganet.sandbox.JellyfinVersion;
import com.stoganet.sandbox.Titles;
import io.restassured.path.json.JsonPath;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@BlackBox
class EpisodesIT {

  private static final String SERIES = "/library/tmdb:tv:" + Titles.SERIES_TMDB + "/seasons/";

  @ParameterizedTest
  @EnumSource(JellyfinVersion.class)
  void given_a_season_when_opened_then_exactly_its_episodes_come_as_they_aired(
      JellyfinVersion version) {
    Proxy.jellyfin().become(version);

    for (int season : new int[] {0, 1, 2}) {
      JsonPath episodes = Proxy.as("demo").get(SERIES + season + "/episodes").jsonPath();

      assertThat(episodes.getList("episodes.season_number")).isNotEmpty().containsOnly(season);
      assertThat(episodes.getList("episodes.number", Integer.class)).isSorted();
      assertThat(episodes.getList("episodes.state")).containsOnly("playable");
      assertThat(episodes.getList("episodes.play.stream_url")).doesNotContainNull();
      assertThat(episodes.getList("episodes.air_date", String.class))
          .allMatch(day -> day.matches("\\d{4}-\\d{2}-\\d{2}"));
    }
  }

  @Test
  void given_an_episode_when_listed_then_the_progress_is_the_users() {
    Proxy.as("demo")
        .get(SERIES + "1/episodes")
        .then()
        .body("episodes[1].id", equalTo("jf:" + Titles.EPISODE_IN_PROGRESS))
        .body("episodes[1].progress.position_ms", not(equalTo(0)))
        .body("episodes[0].progress.played", equalTo(true));
    Proxy.as("kid")
        .get(SERIES + "1/episodes")
        .then()
        .body("episodes.progress.position_ms", everyItem(equalTo(0)));
  }

  @ParameterizedTest
  @EnumSource(JellyfinVersion.class)
  void given_a_user_who_wants_to_see_what_is_missing_when_listed_then_it_is_never_playable(
      JellyfinVersion version) {
    Proxy.jellyfin().become(version);
    Proxy.jellyfin().users().displayMissingEpisodes("demo", true);
    try {
      Map<String, Object> missing = episode(1, Titles.EPISODE_MISSING);
      Map<String, Object> unaired = episode(2, Titles.EPISODE_UNAIRED);

      assertThat(missing)
          .containsEntry("state", "requestable")
          .containsEntry("availability", "missing")
          .containsKey("air_date")
          .doesNotContainKeys("play", "progress");
      assertThat(unaired)
          .containsEntry("state", "requestable")
          .containsEntry("availability", "unaired")
          .containsEntry("air_date", "2099-01-05")
          .doesNotContainKeys("play", "progress");
    } finally {
      Proxy.jellyfin().users().displayMissingEpisodes("demo", false);
    }
  }

  @Test
  void given_other_users_when_listed_then_what_is_missing_is_not_there() {
    List<String> ids =
        Proxy.as("demo").get(SERIES + "1/episodes").jsonPath().getList("episodes.id");

    assertThat(ids).hasSizeGreaterThan(3).doesNotContain("jf:" + Titles.EPISODE_MISSING);
  }

  @ParameterizedTest
  @ValueSource(strings = {"3", "-1", "99999"})
  void given_no_such_season_when_opened_then_it_does_not_exist(String season) {
    ErrorBody.of(Proxy.as("demo").get(SERIES + season + "/episodes"), 404, "item_not_found");
  }

  @Test
  void given_a_movie_or_no_number_when_asked_for_episodes_then_it_is_refused() {
    ErrorBody.of(
        Proxy.as("demo").get("/library/tmdb:movie:" + Titles.MOVIE_TMDB + "/seasons/1/episodes"),
        404,
        "item_not_found");
    ErrorBody.naming("seasonNumber", Proxy.as("demo").get(SERIES + "one/episodes"));
  }

  @Test
  void given_a_series_when_opened_then_it_starts_with_its_first_real_episode() {
    Proxy.as("demo")
        .get("/library/tmdb:tv:" + Titles.SERIES_TMDB)
        .then()
        .body("start.season_number", equalTo(1))
        .body("start.episode_id", equalTo("jf:" + Titles.EPISODE_WATCHED));
    Proxy.as("demo")
        .get("/library/tmdb:tv:" + Titles.SERIES_UNWATCHED_TMDB)
        .then()
        .body("start.episode_id", equalTo("jf:" + Titles.SERIES_UNWATCHED_FIRST_EPISODE))
        .body("$", not(hasKey("resume")));
  }

  private static Map<String, Object> episode(int season, String id) {
    return Proxy.as("demo")
        .get(SERIES + season + "/episodes")
        .jsonPath()
        .getMap("episodes.find { it.id == 'jf:" + id + "' }");
  }
}
