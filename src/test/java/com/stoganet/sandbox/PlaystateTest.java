package com.stoganet.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PlaystateTest {
  private SandboxJellyfin jellyfin;
  private SandboxClient demo;

  @BeforeEach
  void start() {
    jellyfin = SandboxJellyfin.start(SandboxJellyfin.Options.defaults());
    demo = SandboxClient.as(jellyfin, "demo");
  }

  @AfterEach
  void stop() {
    jellyfin.close();
  }

  @Test
  void keepsThePositionBetweenTheThresholds() {
    long runtime = jellyfin.library().get(Titles.MOVIE).runtimeTicks();
    report("", Titles.MOVIE, null);
    assertThat(state(Titles.MOVIE).playCount()).isEqualTo(1);
    report("/Progress", Titles.MOVIE, runtime / 2);
    assertThat(state(Titles.MOVIE).positionTicks()).isEqualTo(runtime / 2);
    report("/Stopped", Titles.MOVIE, runtime / 100);
    assertThat(state(Titles.MOVIE).positionTicks()).isZero();
    assertThat(state(Titles.MOVIE).played()).isFalse();
    report("/Stopped", Titles.MOVIE, runtime * 95 / 100);
    assertThat(state(Titles.MOVIE).played()).isTrue();
  }

  @Test
  void stoppingWithoutAPositionMeansWatched() {
    report("/Stopped", Titles.EPISODE, null);
    assertThat(state(Titles.EPISODE).played()).isTrue();
  }

  @Test
  void shortTitlesCannotBeResumed() {
    report("/Progress", Titles.MOVIE_SHORT, SampleVideo.RUNTIME.toMillis() * 10_000 / 2);
    assertThat(state(Titles.MOVIE_SHORT).played()).isTrue();
  }

  @Test
  void anApiKeyAndUnknownItemsAreSilentlyIgnored() {
    String body = "{\"ItemId\":\"" + Titles.MOVIE + "\",\"PositionTicks\":1}";
    assertThat(SandboxClient.withApiKey(jellyfin).post("/Sessions/Playing", body).status())
        .isEqualTo(204);
    assertThat(state(Titles.MOVIE).playCount()).isZero();
    assertThat(report("", Guid.random(), null)).isEqualTo(204);
    assertThat(report("/Stopped", Titles.MOVIE, -1L)).isEqualTo(400);
    assertThat(SandboxClient.anonymous(jellyfin).post("/Sessions/Playing", body).status())
        .isEqualTo(401);
  }

  @Test
  void version12MarksAllVersions() {
    demo.post("/UserPlayedItems/" + Titles.MOVIE_TWO_VERSIONS, "");
    assertThat(state(Titles.SECOND_VERSION).played()).isTrue();

    demo.send("DELETE", "/UserPlayedItems/" + Titles.MOVIE_TWO_VERSIONS, null);
    assertThat(state(Titles.SECOND_VERSION).played()).isTrue();
  }

  @Test
  void version12KeepsTheVersionsApart() {
    Item movie = jellyfin.library().get(Titles.MOVIE_TWO_VERSIONS);
    String progress =
        "{\"ItemId\":\""
            + movie.id()
            + "\",\"MediaSourceId\":\""
            + Titles.SECOND_VERSION
            + "\",\"PositionTicks\":"
            + movie.runtimeTicks() / 2
            + "}";
    demo.post("/Sessions/Playing", progress);
    demo.post("/Sessions/Playing/Progress", progress);

    assertThat(state(movie.id()).positionTicks()).isZero();
    assertThat(demo.get("/UserItems/Resume?mediaTypes=Video").each("Id"))
        .startsWith(Titles.SECOND_VERSION);
    assertThat(
            demo.get("/Items/" + movie.id())
                .json()
                .getJsonArray("MediaSources")
                .getJsonObject(0)
                .getString("Id"))
        .as("the version played last comes first")
        .isEqualTo(Titles.SECOND_VERSION);
    report("/Stopped", Titles.SECOND_VERSION, null);
    assertThat(state(movie.id()).played()).isTrue();
  }

  @Test
  void userDataAppliesOnlyWhatIsSent() {
    String path = "/UserItems/" + Titles.EPISODE_WATCHED + "/UserData";
    assertThat(demo.post(path, "{\"PlaybackPositionTicks\":5}").status()).isEqualTo(200);
    assertThat(state(Titles.EPISODE_WATCHED).played()).isTrue();
    assertThat(state(Titles.EPISODE_WATCHED).positionTicks()).isEqualTo(5);

    demo.post("/UserPlayedItems/" + Titles.SERIES_UNWATCHED, "");
    assertThat(state(Titles.SERIES_UNWATCHED_FIRST_EPISODE).played()).isTrue();
    demo.send("DELETE", "/UserPlayedItems/" + Titles.SERIES_UNWATCHED, null);
    assertThat(state(Titles.SERIES_UNWATCHED_FIRST_EPISODE).played()).isFalse();
    demo.post("/UserFavoriteItems/" + Titles.MOVIE, "");
    assertThat(demo.get("/Items?recursive=true&isFavorite=true").names())
        .contains(Titles.MOVIE_NAME);
    assertThat(
            SandboxClient.as(jellyfin, "kid")
                .post("/UserFavoriteItems/" + Titles.MOVIE_HIDDEN_FROM_KID, "")
                .status())
        .isEqualTo(404);
  }

  private WatchState state(String itemId) {
    return jellyfin.users().watchState("demo", itemId);
  }

  private int report(String event, String itemId, Long position) {
    String ticks = position == null ? "" : ",\"PositionTicks\":" + position;
    return demo.post("/Sessions/Playing" + event, "{\"ItemId\":\"" + itemId + "\"" + ticks + "}")
        .status();
  }
}
