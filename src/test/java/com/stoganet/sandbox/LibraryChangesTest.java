package com.stoganet.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.stoganet.sandbox.SandboxClient.Answer;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LibraryChangesTest {
  private static final String MOVIES =
      "/Items?recursive=true&includeItemTypes=Movie&sortBy=SortName";
  private static final String CHANGED =
      "/Items?recursive=true&collapseBoxSetItems=false&minDateLastSaved=";

  private SandboxJellyfin jellyfin;
  private Library library;
  private SandboxClient demo;
  private SandboxClient kid;

  @BeforeEach
  void start() {
    jellyfin = SandboxJellyfin.start(SandboxJellyfin.Options.defaults());
    library = jellyfin.library();
    demo = SandboxClient.as(jellyfin, "demo");
    kid = SandboxClient.as(jellyfin, "kid");
  }

  @AfterEach
  void stop() {
    jellyfin.close();
  }

  @Test
  void given_aNewSeries_when_itGetsEpisodes_then_theyAreListedInTheirSeasons() {
    Item series = library.addSeries("Zephyr Lane", 990_001);
    assertThat(demo.get("/Shows/" + series.id() + "/Seasons").names()).isEmpty();
    library.addEpisode(series.id(), 2, 1, "Later");
    library.addEpisode(series.id(), 1, 2, "Second");
    library.addEpisode(series.id(), 1, 1, "First");
    assertThat(demo.get("/Shows/" + series.id() + "/Seasons").names())
        .containsExactly("Season 1", "Season 2");
    assertThat(demo.get("/Shows/" + series.id() + "/Episodes").names())
        .containsExactly("First", "Second", "Later");
    assertThat(demo.get("/Items/Latest?limit=1").text()).contains("\"Zephyr Lane\"");
  }

  @Test
  void given_anEpisode_when_removedAndAddedAgain_then_theListsFollow() {
    Item episode = library.get(Titles.EPISODE);
    int before = library.episodes(Titles.SERIES).size();
    library.remove(Titles.EPISODE);
    assertThat(library.episodes(Titles.SERIES)).hasSize(before - 1).doesNotContain(episode);
    assertThat(library.children(library.get(Titles.SERIES_SEASON_1))).doesNotContain(episode);
    library.add(episode);
    assertThat(library.episodes(Titles.SERIES)).hasSize(before).contains(episode);
    assertThat(library.children(library.get(Titles.SERIES_SEASON_1))).contains(episode);
  }

  @Test
  void given_aCopy_when_listed_then_bothHaveTheSameNumbers() {
    Item copy = library.addCopy(Titles.MOVIE);
    Item hidden = library.addCopy(Titles.MOVIE, Titles.LATE_NIGHT_LIBRARY);
    assertThat(copy.tmdb()).contains(Titles.MOVIE_TMDB);
    assertThat(demo.get(MOVIES).each("Id")).contains(Titles.MOVIE, copy.id(), hidden.id());
    assertThat(kid.get(MOVIES).each("Id")).contains(copy.id()).doesNotContain(hidden.id());
  }

  @Test
  void given_aMovie_when_renamed_then_itMovesAndCountsAsChanged() {
    Instant before = Instant.now();
    library.rename(Titles.MOVIE, "Aardvarks over Vessary");
    assertThat(demo.get(MOVIES + "&limit=1").names()).containsExactly("Aardvarks over Vessary");
    assertThat(demo.get(CHANGED + before).each("Id")).containsExactly(Titles.MOVIE);
  }

  @Test
  void given_aUser_when_aLibraryIsTakenAndGivenBack_then_theListsFollowAtOnce() {
    int all = kid.get(MOVIES).names().size();
    jellyfin.users().showLibrary("kid", Titles.LATE_NIGHT_LIBRARY);
    assertThat(kid.get(MOVIES).names()).hasSize(all + 1);
    jellyfin.users().hideLibrary("kid", Titles.MOVIES_LIBRARY);
    assertThat(kid.get(MOVIES).each("Id")).containsExactly(Titles.MOVIE_HIDDEN_FROM_KID);
    assertThat(kid.get("/Items/" + Titles.MOVIE).status()).isEqualTo(404);
    assertThat(kid.get("/Items?parentId=" + Titles.MOVIES_LIBRARY).status()).isEqualTo(401);
    assertThat(demo.get(MOVIES).names()).hasSize(all + 1);
  }

  @Test
  void given_version10_10_when_askedForChanges_then_theAnswerIsEmpty() {
    Instant before = Instant.now();
    library.touch(Titles.MOVIE);
    jellyfin.become(JellyfinVersion.V10_10);
    assertThat(demo.get(CHANGED + before).names()).isEmpty();
    assertThat(demo.get(CHANGED.replace("Saved=", "SavedForUser=") + before).names()).hasSize(1);
    jellyfin.become(JellyfinVersion.V10_11);
    assertThat(demo.get(CHANGED + before).names()).hasSize(1);
  }

  @Test
  void given_version10_10_when_starting_then_thereIsNoSetUpServer() {
    jellyfin.become(JellyfinVersion.V10_10);
    jellyfin.behave(Behaviour.starting());
    Answer items = demo.get("/Items");
    assertThat(items.status()).isEqualTo(503);
    assertThat(items.header("Retry-After")).isNull();
    assertThat(demo.get("/System/Ping").status()).isEqualTo(503);
    assertThat(demo.get("/System/Info/Public").status()).isEqualTo(503);
    assertThat(demo.get("/System/Info/Public").bytes()).isNotEmpty();
  }

  @Test
  void given_aConditionOnTheQuery_when_itFits_then_onlyThoseRequestsAreTreatedBadly() {
    jellyfin.behave(
        Behaviour.failing(500)
            .onlyWhen(request -> request.toString().contains("includeItemTypes=Movie")));
    assertThat(demo.get(MOVIES).status()).isEqualTo(500);
    assertThat(demo.get("/Items?recursive=true&includeItemTypes=Series").status()).isEqualTo(200);
  }
}
