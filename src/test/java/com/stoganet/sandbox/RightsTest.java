package com.stoganet.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What Jellyfin shows to users who are limited, and where it forgets the limit. */
class RightsTest {
  private static final String SIGN_IN = "{\"Username\":\"demo\",\"Pw\":\"demo\"}";
  private static final String HERE =
      "MediaBrowser Client=\"a\", Version=\"1\", DeviceId=\"new\", Device=\"d\"";

  private SandboxJellyfin jellyfin;
  private SandboxClient demo;
  private Limits limits;

  @BeforeEach
  void start() {
    jellyfin = SandboxJellyfin.start(SandboxJellyfin.Options.defaults());
    demo = SandboxClient.as(jellyfin, "demo");
    limits = jellyfin.users().limits("demo");
  }

  @AfterEach
  void stop() {
    jellyfin.close();
  }

  private String rated(String rating) {
    String id = jellyfin.library().addMovie("Odd One " + rating, 990_001).id();
    jellyfin.library().describe(id, 2020, rating, "", List.of());
    return id;
  }

  private boolean listed(String id) {
    return demo.get("/Items?recursive=true&includeItemTypes=Movie").each("Id").contains(id);
  }

  private boolean found(String id) {
    return demo.get("/Items?recursive=true&searchTerm=odd%20one").each("Id").contains(id);
  }

  private int opened(String id) {
    return demo.get("/Items/" + id).status();
  }

  @ParameterizedTest
  @CsvSource({
    "FSK-12, 12, true", "FSK-12, 11, false", "DE-16, 16, true", "DE-16, 15, false",
    "pg-13, 13, true", "pg-13, 12, false", "US:R / DE:16, 17, true", "US:R / DE:16, 16, false",
    "15, 15, true", "15, 14, false", "NR, 0, true", "Something, 0, true"
  })
  void comparesScoresOfAnyCountry(String rating, int most, boolean shown) {
    String id = rated(rating);

    limits.rating(most, 0);

    assertThat(listed(id)).isEqualTo(shown);
    assertThat(found(id)).isEqualTo(shown);
    assertThat(opened(id)).isEqualTo(shown ? 200 : 404);
  }

  @ParameterizedTest
  @EnumSource(
      value = JellyfinVersion.class,
      names = {"V12", "V10_11"})
  void withoutAHighestSubRatingListsHideWhatTheItemCheckLetsThrough(JellyfinVersion version) {
    jellyfin.become(version);
    String id = rated("NC-17");

    limits.rating(17, null);

    assertThat(listed(id)).isFalse();
    assertThat(found(id)).isFalse();
    assertThat(demo.get("/Items?ids=" + id).each("Id")).isEmpty();
    assertThat(demo.get("/Items/Latest?includeItemTypes=Movie").text()).doesNotContain(id);
    assertThat(opened(id)).isEqualTo(200);
    limits.rating(17, 0);
    assertThat(opened(id)).isEqualTo(404);
  }

  @Test
  void version1010HasNoSubRatings() {
    jellyfin.become(JellyfinVersion.V10_10);
    String id = rated("NC-17");

    limits.rating(17, null);

    assertThat(listed(id)).isTrue();
    assertThat(opened(id)).isEqualTo(200);
  }

  @Test
  void tagsAndMissingRatingsHideToo() {
    String id = rated(null);
    jellyfin.library().tag(id, "Scary");

    limits.blockTags("sCARY");
    assertThat(listed(id)).isFalse();
    assertThat(opened(id)).isEqualTo(404);
    limits.blockTags().allowTags("scary");
    assertThat(demo.get("/Items?recursive=true&includeItemTypes=Movie").each("Id"))
        .containsExactly(id);
    limits.allowTags().blockUnrated("Series");
    assertThat(listed(id)).isTrue();
    limits.blockUnrated("Movie");
    assertThat(listed(id)).isFalse();
    assertThat(opened(id)).isEqualTo(404);
  }

  @ParameterizedTest
  @EnumSource(JellyfinVersion.class)
  void onlyVersion12MergesInWhatLiesInHiddenLibraries(JellyfinVersion version) {
    jellyfin.become(version);
    String hidden = jellyfin.library().addCopy(Titles.SERIES, Titles.LATE_NIGHT_LIBRARY).id();
    Item episode = jellyfin.library().addEpisode(hidden, 7, 1, "Far Out");
    jellyfin.users().hideLibrary("demo", Titles.LATE_NIGHT_LIBRARY);
    boolean merged = version == JellyfinVersion.V12;

    assertThat(
            demo.get("/Shows/" + Titles.SERIES + "/Seasons")
                .each("Id")
                .contains(episode.seasonId()))
        .isEqualTo(merged);
    assertThat(demo.get("/Shows/" + Titles.SERIES + "/Episodes?season=7").each("Id"))
        .isEqualTo(merged ? List.of(episode.id()) : List.of());
    assertThat(opened(episode.id())).isEqualTo(404);
    assertThat(demo.get("/Shows/" + hidden + "/Episodes?season=7").status())
        .isEqualTo(merged ? 404 : 200);
  }

  @Test
  void remoteAccessIsJudgedByTheHeaderOfAKnownProxyOnly() {
    limits.remoteAccess(false);
    String[] far = {"X-Forwarded-For", "203.0.113.7"};

    assertThat(demo.get("/Users/Me", far).status()).isEqualTo(200);
    jellyfin.knowsProxy(true);
    assertThat(demo.get("/Users/Me", far).status()).isEqualTo(403);
    assertThat(demo.get("/Users/Me", "X-Forwarded-For", "192.168.1.2").status()).isEqualTo(200);
    assertThat(demo.sending(HERE).post("/Users/AuthenticateByName", SIGN_IN, far).status())
        .isEqualTo(403);
  }

  @Test
  void schedulesAndDevicesKeepUsersOut() {
    String other = LocalDate.now().plusDays(3).getDayOfWeek().name();
    limits.schedule(other.charAt(0) + other.substring(1).toLowerCase(Locale.ROOT), 8, 20);

    assertThat(demo.get("/Users/Me").status()).isEqualTo(403);
    limits.schedule("Everyday", 0, 24);
    assertThat(demo.get("/Users/Me").status()).isEqualTo(200);
    limits.anyDevice(false);
    assertThat(demo.get("/Users/Me").status()).isEqualTo(200);
    assertThat(demo.sending(HERE).post("/Users/AuthenticateByName", SIGN_IN).status())
        .isEqualTo(403);
  }

  @Test
  void playbackIsOnlyToldNotEnforced() {
    limits.playback(false);

    assertThat(demo.get("/Items/" + Titles.MOVIE).json().getString("PlayAccess")).isEqualTo("None");
    assertThat(
            demo.get("/Videos/" + Titles.MOVIE + "/stream?static=true", "Range", "bytes=0-9")
                .status())
        .isEqualTo(206);
  }
}
