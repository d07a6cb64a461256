package com.stoganet.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.stoganet.sandbox.SandboxClient.Answer;
import jakarta.json.JsonObject;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ItemsTest {
  private static final String MOVIES = "/Items?recursive=true&includeItemTypes=Movie";

  private SandboxJellyfin jellyfin;
  private SandboxClient demo;
  private SandboxClient kid;
  private SandboxClient key;

  @BeforeEach
  void start() {
    jellyfin = SandboxJellyfin.start(SandboxJellyfin.Options.defaults());
    demo = SandboxClient.as(jellyfin, "demo");
    kid = SandboxClient.as(jellyfin, "kid");
    key = SandboxClient.withApiKey(jellyfin);
  }

  @AfterEach
  void stop() {
    jellyfin.close();
  }

  @Test
  void theLibraryIsAsPromised() {
    assertThat(jellyfin.library().movies()).hasSize(12);
    assertThat(jellyfin.library().series()).hasSize(3);
    assertThat(jellyfin.library().get(Titles.SERIES).tmdb())
        .isEqualTo(jellyfin.library().get(Titles.MOVIE_SAME_NUMBER).tmdb());
    assertThat(jellyfin.library().get(Titles.MOVIE_TWO_VERSIONS).versions())
        .extracting(MediaVersion::id)
        .containsExactly(Titles.MOVIE_TWO_VERSIONS, Titles.SECOND_VERSION);
  }

  @Test
  void pagesAndSorts() {
    Answer page = demo.get(MOVIES + "&sortBy=SortName&startIndex=2&limit=3");
    assertThat(page.names())
        .containsExactly("Home Reel, Summer", "A Kettle for Mr. Brandt", Titles.MOVIE_NAME);
    assertThat(page.json().getInt("TotalRecordCount")).isEqualTo(12);
    assertThat(page.json().getInt("StartIndex")).isEqualTo(2);

    assertThat(demo.get(MOVIES + "&limit=0").json().getInt("TotalRecordCount")).isEqualTo(12);
    assertThat(
            demo.get(MOVIES + "&limit=3&enableTotalRecordCount=false")
                .json()
                .getInt("TotalRecordCount"))
        .isEqualTo(3);
    assertThat(demo.get(MOVIES + "&sortBy=CommunityRating&sortOrder=Descending&limit=1").names())
        .containsExactly("Seventeen Quiet Engines");
  }

  @Test
  void writesOnlyTheFieldsAskedFor() {
    JsonObject bare = first(demo.get(MOVIES + "&ids=" + Titles.MOVIE));
    assertThat(bare).doesNotContainKeys("Overview", "ProviderIds", "People", "Path", "Genres");
    assertThat(bare).containsKeys("UserData", "RunTimeTicks", "ImageTags", "BackdropImageTags");

    JsonObject asked =
        first(
            demo.get(
                "/Items?ids="
                    + Titles.MOVIE
                    + "&fields=overview,ProviderIds,Nonsense&enableUserData=false"
                    + "&enableImages=false"));
    assertThat(asked).containsKeys("Overview", "ProviderIds");
    assertThat(asked).doesNotContainKeys("UserData", "ImageTags", "BackdropImageTags");
    assertThat(first(key.get("/Items?ids=" + Titles.MOVIE))).doesNotContainKey("UserData");
  }

  @Test
  void dropsWhatItDoesNotKnow() {
    assertThat(demo.get(MOVIES + "&AnyProviderIdEquals=tmdb.1").names()).hasSize(12);
    assertThat(jellyfin.violations()).singleElement().asString().contains("AnyProviderIdEquals");
    int everything = demo.get("/Items?recursive=true").names().size();
    assertThat(demo.get("/Items?recursive=true&includeItemTypes=Film").names()).hasSize(everything);
    assertThat(demo.get("/Items?recursive=true&ids=broken").names()).hasSize(everything);
    assertThat(demo.get("/Items?parentId=broken").status()).isEqualTo(400);
    assertThat(demo.get("/Items?parentId=" + Guid.random()).status()).isEqualTo(400);
  }

  @Test
  void collapsesIntoCollectionsForAnApiKeyOfVersion12() {
    String query = MOVIES + "&sortBy=SortName";
    assertThat(key.get(query).each("Type")).contains("BoxSet").hasSize(10);
    assertThat(key.get(query + "&collapseBoxSetItems=false").each("Type"))
        .containsOnly("Movie")
        .hasSize(12);
    assertThat(key.get(query + "&hasTmdbId=true").each("Type")).containsOnly("Movie").hasSize(11);
    assertThat(demo.get(query).each("Type")).containsOnly("Movie");
    jellyfin.become(JellyfinVersion.V10_11);
    assertThat(key.get(query).each("Type")).containsOnly("Movie").hasSize(12);
  }

  @Test
  void hidesTheLateNightLibraryButHasTheHolesOfTheRealServer() {
    assertThat(kid.get(MOVIES).names()).hasSize(11).doesNotContain("Midnight on Tallow Street");
    assertThat(kid.get("/Items/" + Titles.MOVIE_HIDDEN_FROM_KID).status()).isEqualTo(404);
    assertThat(demo.get("/Items/" + Titles.MOVIE_HIDDEN_FROM_KID).status()).isEqualTo(200);

    Answer library = kid.get("/Items?parentId=" + Titles.LATE_NIGHT_LIBRARY);
    assertThat(library.status()).isEqualTo(401);
    assertThat(library.text()).isEqualTo("\"kid is not permitted to access Library Late Night.\"");
    assertThat(kid.get("/Items?ids=" + Titles.MOVIE_HIDDEN_FROM_KID).names()).hasSize(1);
  }

  @Test
  void findsByDateOfChangeAndForgetsWhatIsRemoved() {
    Instant before = Instant.now();
    Item added = jellyfin.library().addMovie("Brand New", 919_999);
    jellyfin.library().touch(Titles.MOVIE);
    assertThat(key.get(MOVIES + "&collapseBoxSetItems=false&minDateLastSaved=" + before).names())
        .containsExactlyInAnyOrder("Brand New", Titles.MOVIE_NAME);
    jellyfin.library().remove(added.id());
    assertThat(demo.get("/Items/" + added.id()).status()).isEqualTo(404);
  }

  @Test
  void searchesWithoutSortingInVersion12() {
    assertThat(demo.get(MOVIES + "&searchTerm=comets&sortBy=DateCreated").names())
        .containsExactly("Paper Comets", "Paper Comets: Afterglow");
    assertThat(
            demo.get("/Items?recursive=true&searchTerm=e&limit=2")
                .json()
                .getInt("TotalRecordCount"))
        .isEqualTo(6);
    jellyfin.become(JellyfinVersion.V10_11);
    assertThat(
            demo.get("/Items?recursive=true&searchTerm=e&limit=2")
                .json()
                .getInt("TotalRecordCount"))
        .isGreaterThan(6);
  }

  @Test
  void writesAnItemInFull() {
    JsonObject movie = demo.get("/Items/" + Titles.MOVIE).json();
    assertThat(movie.getString("DateCreated")).isEqualTo("2026-02-01T18:30:00.1234567Z");
    assertThat(movie.getJsonArray("People").getJsonObject(2).getString("Role"))
        .isEqualTo("Edda Voss");
    assertThat(movie.getJsonArray("MediaSources").getJsonObject(0)).containsKey("Path");
    assertThat(movie.isNull("ChannelId")).isTrue();
    assertThat(demo.get("/Items/" + Guid.dashed(Titles.MOVIE)).status()).isEqualTo(200);
    assertThat(demo.get("/Items/nonsense").status()).isEqualTo(400);
    assertThat(demo.get("/Items/" + Guid.random()).status()).isEqualTo(404);
  }

  private static JsonObject first(Answer answer) {
    return answer.json().getJsonArray("Items").getJsonObject(0);
  }
}
