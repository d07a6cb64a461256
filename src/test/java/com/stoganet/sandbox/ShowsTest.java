package com.stoganet.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.stoganet.sandbox.SandboxClient.Answer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ShowsTest {
  private static final String SHOW = "/Shows/" + Titles.SERIES;

  private SandboxJellyfin jellyfin;
  private SandboxClient demo;
  private SandboxClient key;

  @BeforeEach
  void start() {
    jellyfin = SandboxJellyfin.start(SandboxJellyfin.Options.defaults());
    demo = SandboxClient.as(jellyfin, "demo");
    key = SandboxClient.withApiKey(jellyfin);
  }

  @AfterEach
  void stop() {
    jellyfin.close();
  }

  @Test
  void specialsComeFirstAndChildCountOnlyOnRequest() {
    Answer seasons = demo.get(SHOW + "/Seasons");
    assertThat(seasons.names()).containsExactly("Specials", "Season 1", "Season 2");
    assertThat(seasons.text()).doesNotContain("ChildCount");
    assertThat(
            demo.get(SHOW + "/Seasons?fields=ChildCount")
                .json()
                .getJsonArray("Items")
                .getJsonObject(1)
                .getInt("ChildCount"))
        .isEqualTo(6);
    assertThat(demo.get("/Shows/" + Titles.MOVIE + "/Seasons").status()).isEqualTo(404);
  }

  @Test
  void missingEpisodesComeWithAnApiKeyAndForThoseWhoWantThem() {
    assertThat(demo.get(SHOW + "/Episodes?season=1").each("Id"))
        .hasSize(5)
        .doesNotContain(Titles.EPISODE_MISSING);
    assertThat(key.get(SHOW + "/Episodes?season=1").each("Id"))
        .hasSize(6)
        .contains(Titles.EPISODE_MISSING);
    assertThat(key.get(SHOW + "/Episodes?isMissing=false").each("LocationType"))
        .hasSize(10)
        .containsOnly("FileSystem");
    jellyfin.users().displayMissingEpisodes("demo", true);
    assertThat(demo.get(SHOW + "/Episodes?season=2").each("Id")).contains(Titles.EPISODE_UNAIRED);
  }

  @Test
  void choosesTheSeasonByNumberOrId() {
    assertThat(demo.get(SHOW + "/Episodes?seasonId=" + Titles.SERIES_SPECIALS).names()).hasSize(2);
    assertThat(demo.get(SHOW + "/Episodes?season=99").names()).isEmpty();
    assertThat(demo.get(SHOW + "/Episodes?SeasonNumber=1").names())
        .as("no such parameter: everything, specials first")
        .hasSize(10)
        .startsWith("Frozen Harbour");
    Answer unknown = demo.get(SHOW + "/Episodes?seasonId=" + Guid.EMPTY);
    assertThat(unknown.status()).isEqualTo(404);
    assertThat(unknown.text()).isEqualTo("\"No season exists with Id " + Guid.EMPTY + "\"");
  }

  @Test
  void nextUpFollowsWhatWasWatched() {
    assertThat(demo.get("/Shows/NextUp").each("Id"))
        .containsExactly(Titles.EPISODE_IN_PROGRESS, Titles.NEXT_UP_EPISODE);
    assertThat(demo.get("/Shows/NextUp?enableResumable=false").each("Id"))
        .containsExactly(Titles.NEXT_UP_EPISODE);
    String unwatched = "/Shows/NextUp?seriesId=" + Titles.SERIES_UNWATCHED;
    assertThat(demo.get(unwatched).each("Id"))
        .containsExactly(Titles.SERIES_UNWATCHED_FIRST_EPISODE);
    assertThat(demo.get(unwatched + "&disableFirstEpisode=true").each("Id"))
        .as("there is no such parameter")
        .containsExactly(Titles.SERIES_UNWATCHED_FIRST_EPISODE);
    jellyfin.become(JellyfinVersion.V10_10);
    assertThat(demo.get(unwatched + "&disableFirstEpisode=true").each("Id")).isEmpty();
    jellyfin.become(JellyfinVersion.V12);
    assertThat(SandboxClient.as(jellyfin, "kid").get("/Shows/NextUp").names()).isEmpty();
  }

  @Test
  void resumesWhatWasBegun() {
    assertThat(demo.get("/UserItems/Resume?mediaTypes=Video").each("Id"))
        .containsExactly(Titles.MOVIE_IN_PROGRESS, Titles.EPISODE_IN_PROGRESS);
    assertThat(demo.get("/UserItems/Resume").each("Type")).contains("Season", "Series");
    jellyfin.become(JellyfinVersion.V10_11);
    assertThat(demo.get("/UserItems/Resume").each("Type")).containsExactly("Movie", "Episode");
  }

  @Test
  void latestIsAnArrayOfUnwatchedThingsGroupedBySeries() {
    String latest = demo.get("/Items/Latest?limit=50").text();
    assertThat(latest).startsWith("[").contains("Harbour Nine").contains(Titles.MOVIE_NAME);
    assertThat(latest).doesNotContain("A Kettle for Mr. Brandt");
    assertThat(demo.get("/Items/Latest?limit=2").value().asJsonArray()).hasSize(2);
    assertThat(demo.get("/Items/Latest?groupItems=false&parentId=" + Titles.SHOWS_LIBRARY).text())
        .contains("\"Episode\"")
        .doesNotContain("\"Movie\"");
  }
}
