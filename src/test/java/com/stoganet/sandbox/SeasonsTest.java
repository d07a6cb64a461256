package com.stoganet.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Seasons without a number, shows in two folders and the like, as recorded of real servers. */
class SeasonsTest {
  private static final int TMDB = 990_100;

  private final SandboxJellyfin jellyfin =
      SandboxJellyfin.start(SandboxJellyfin.Options.defaults());
  private final Library library = jellyfin.library();
  private final SandboxClient demo = SandboxClient.as(jellyfin, "demo");
  private final String series = library.addSeries("Dated Talk", TMDB).id();

  @AfterEach
  void stop() {
    jellyfin.close();
  }

  @ParameterizedTest
  @EnumSource(JellyfinVersion.class)
  void a_season_unknown_has_no_number_and_its_count_depends_on_the_version(
      JellyfinVersion version) {
    jellyfin.become(version);
    String season = library.addVirtualSeason(series, null).id();
    library.addEpisodeTo(season, null, null, "March 1st").airedOn("2024-03-01");

    JsonObject listed = first("/Shows/" + series + "/Seasons?fields=ChildCount");
    assertThat(listed.getString("Name")).isEqualTo("Season Unknown");
    assertThat(listed.getString("LocationType")).isEqualTo("Virtual");
    assertThat(listed).doesNotContainKey("IndexNumber");
    assertThat(listed.getInt("ChildCount")).isEqualTo(version == JellyfinVersion.V12 ? 0 : 1);
    assertThat(listed.getJsonObject("UserData").getInt("UnplayedItemCount")).isOne();

    JsonObject episode = first("/Shows/" + series + "/Episodes");
    assertThat(episode).doesNotContainKeys("IndexNumber", "ParentIndexNumber");
    assertThat(episode.isNull("SeasonId")).isEqualTo(version != JellyfinVersion.V12);
    assertThat(demo.get("/Shows/" + series + "/Episodes?seasonId=" + season).names()).hasSize(1);
    assertThat(demo.get("/Shows/" + series + "/Episodes?season=0").names()).isEmpty();
  }

  @Test
  void of_a_show_in_two_folders_only_jellyfin_12_makes_one() {
    library.addEpisode(series, 1, 1, "One");
    String other = library.addCopy(series).id();
    library.addEpisode(other, 2, 1, "Two");
    String seasons = "/Shows/" + series + "/Seasons";

    assertThat(demo.get(seasons).names()).containsExactly("Season 1", "Season 2");
    assertThat(shows()).hasSize(1).isSubsetOf(series, other);
    jellyfin.become(JellyfinVersion.V10_11);
    assertThat(demo.get(seasons).names()).containsExactly("Season 1");
    assertThat(shows()).containsExactlyInAnyOrder(series, other);
  }

  @Test
  void two_files_of_an_episode_are_two_episodes_before_jellyfin_12() {
    String episode = library.addEpisode(series, 1, 1, "One").id();
    library.addVersion(episode, "One - 4K");
    String episodes = "/Shows/" + series + "/Episodes?season=1&fields=MediaSources";

    assertThat(demo.get(episodes).names()).hasSize(1);
    assertThat(first(episodes).getJsonArray("MediaSources")).hasSize(2);
    jellyfin.become(JellyfinVersion.V10_10);
    assertThat(demo.get(episodes).names()).hasSize(2);
    assertThat(first(episodes).getJsonArray("MediaSources")).hasSize(1);
  }

  @Test
  void a_special_is_also_listed_in_the_season_that_it_airs_in() {
    library.addEpisode(series, 1, 1, "One");
    library.addEpisode(series, 0, 1, "Before").airsBefore(1);

    assertThat(demo.get("/Shows/" + series + "/Episodes?season=1").names())
        .containsExactly("Before", "One");
    assertThat(demo.get("/Shows/" + series + "/Episodes?season=0").names())
        .containsExactly("Before");
  }

  @Test
  void a_folder_without_a_number_holds_what_the_season_of_that_number_holds() {
    library.addVirtualSeason(series, 3);
    String folder = library.addSeason(series, null, "Saison Trois").id();
    library.addEpisodeTo(folder, 3, 1, "Trois").until(2);

    assertThat(demo.get("/Shows/" + series + "/Seasons").names())
        .containsExactly("Season 3", "Saison Trois");
    assertThat(demo.get("/Shows/" + series + "/Episodes?season=3").names()).hasSize(1);
    JsonObject episode = first("/Shows/" + series + "/Episodes?seasonId=" + folder);
    assertThat(episode.getInt("IndexNumberEnd")).isEqualTo(2);
  }

  private JsonObject first(String path) {
    return demo.get(path).json().getJsonArray("Items").getJsonObject(0);
  }

  private List<String> shows() {
    return demo.get("/Items?recursive=true&includeItemTypes=Series").each("Id").stream()
        .filter(id -> library.get(id).tmdb().get() == TMDB)
        .toList();
  }
}
