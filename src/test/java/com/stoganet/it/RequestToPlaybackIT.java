package com.stoganet.it;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import com.stoganet.sandbox.Behaviour;
import com.stoganet.sandbox.Item;
import com.stoganet.sandbox.Library;
import com.stoganet.sandbox.arr.Hashes;
import com.stoganet.sandbox.arr.MovieFacts;
import com.stoganet.sandbox.arr.SandboxRadarr;
import com.stoganet.sandbox.arr.SandboxSonarr;
import com.stoganet.sandbox.arr.SeriesFacts;
import com.stoganet.sandbox.qbittorrent.SandboxQbittorrent;
import com.stoganet.sandbox.qbittorrent.SandboxTorrent;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A title from its request to its playback. */
@BlackBox
class RequestToPlaybackIT {

  private static final int TVDB = 870_001;
  private static final int TMDB = 970_001;
  private static final String SHOW = "tmdb:tv:" + TMDB;
  private static final String NAME = "Nightwatch of the Locks";
  private static final String FIRST = Hashes.of("story, first episode");
  private static final String SECOND = Hashes.of("story, second episode");
  private static final String BLOCKED = "No files found are eligible for import";
  private static final AtomicInteger MOVIES = new AtomicInteger(972_000);

  /** A server that was away is tried again within that time. */
  private static final Duration SOON = Duration.ofSeconds(60);

  private static final Duration IN_JELLYFIN = Duration.ofSeconds(150);

  private final SignedIn kid = SignedIn.as("kid");
  private final SignedIn admin = SignedIn.as("admin");
  private final SignedIn stranger = SignedIn.as("demo");

  @Test
  void given_a_series_when_a_child_asks_then_it_follows_the_whole_way_until_it_can_press_play()
      throws Exception {
    sonarr()
        .knows(
            SeriesFacts.of(TVDB, NAME, 2021)
                .tmdbId(TMDB)
                .certification("TV-G")
                .season(1, LocalDate.of(2021, 3, 1), 2));
    try (EventClient told = listen(kid);
        EventClient others = listen(stranger)) {
      awaitLook();
      isAskedFor(told);
      isDownloaded(told);
      isImported(told);
      nothingIsToldOf(others);
      isPlayed(told);

      assertThat(requests(told)).containsExactly("pending", "approved", "sent", "fulfilled");
      assertThat(stages(told))
          .containsExactly(
              "requested",
              "searching",
              "downloading",
              "importing",
              "importing blocked",
              "importing",
              "playable");
      assertThat(percents(told)).isSorted().startsWith(0f).contains(50f, 81.2f).endsWith(100f);
    }
  }

  private void isAskedFor(EventClient told) {
    kid.request()
        .get("/search?q=" + NAME)
        .then()
        .statusCode(200)
        .body("items.find { it.id == '" + SHOW + "' }.status.stage", equalTo("requestable"));
    Response asked = kid.request().post("/library/" + SHOW + "/request");
    asked.then().statusCode(204);
    awaitLast("requested", told);
    assertThat(sonarr().keeps(TVDB)).isFalse();

    String request = asked.header("Location").replaceFirst(".*/", "");
    admin.request().post("/requests/" + request + "/approve").then().statusCode(200);

    awaitLast("searching", told);
    assertThat(sonarr().monitoredEpisodes(TVDB)).containsExactlyInAnyOrder("S01E01", "S01E02");
    assertThat(searches()).containsExactly("series " + TVDB);
  }

  /** Each episode is a download of its own. */
  private void isDownloaded(EventClient told) {
    torrent(FIRST, 1_000, 1_000, 100);
    torrent(SECOND, 3_000, 3_000, 600);
    sonarr().grab(TVDB, 1, FIRST, 1_000_000, 1);
    sonarr().grab(TVDB, 1, SECOND, 3_000_000, 2);
    webhook("sonarr", "Grab");
    awaitStatus(0, 600);
    awaitLast("downloading", told);
    assertThat(kid.request().get("/downloads").<List<String>>path("downloads.title_id"))
        .filteredOn(SHOW::equals)
        .hasSize(2);
    assertThat(stranger.request().get("/downloads").<List<String>>path("downloads.title_id"))
        .doesNotContain(SHOW);

    torrent(FIRST, 1_000, 500, 50);
    torrent(SECOND, 3_000, 1_500, 300);
    awaitStatus(50, 300);
    torrent(FIRST, 1_000, 0, 0);
    torrent(SECOND, 3_000, 750, 150);
    awaitStatus(81.2f, 150);
    torrent(SECOND, 3_000, 0, 0);
    awaitLast("importing", told);
  }

  private void isImported(EventClient told) {
    sonarr().importing(FIRST);
    sonarr().importBlocked(SECOND, BLOCKED);
    webhook("sonarr", "ManualInteractionRequired");
    awaitLast("importing blocked", told);
    kid.request()
        .get("/library/" + SHOW)
        .then()
        .body("state", equalTo("downloading"))
        .body("status.problem", equalTo("blocked"))
        .body(
            "status.reason",
            equalTo(
                "It is downloaded, but an administrator has to help with the import. " + BLOCKED));

    // The administrator helps there; of this no server tells, so the queue has to be looked at.
    sonarr().importing(SECOND);
    awaitLast("importing", told);
    sonarr().imported(FIRST);
    sonarr().imported(SECOND);
    await()
        .atMost(SOON)
        .until(() -> data(told, "download_ended").count() == 2 && stage().equals("importing"));
  }

  private void isPlayed(EventClient told) throws Exception {
    Library library = Proxy.jellyfin().library();
    Item series = library.addSeries(NAME, TMDB);
    List<Item> episodes = new ArrayList<>();
    for (int number = 1; number <= 2; number++) {
      episodes.add(library.addEpisode(series.id(), 1, number, "Chapter " + number));
    }
    try {
      await().atMost(IN_JELLYFIN).until(() -> last(stages(told)).equals("playable"));
      await().atMost(SOON).until(() -> requests(told).contains("fulfilled"));
      kid.request()
          .get("/library/" + SHOW)
          .then()
          .statusCode(200)
          .body("state", equalTo("playable"))
          .body("status.episodes.here", equalTo(2))
          .body("status.episodes.aired", equalTo(2));
      List<String> addresses =
          kid.request()
              .get("/library/" + SHOW + "/seasons/1/episodes")
              .path("episodes.play.stream_url");
      assertThat(addresses).hasSize(2);
      for (String address : addresses) {
        assertThat(StreamClient.get(address, kid.accessToken(), "Range", "bytes=0-99").statusCode())
            .isEqualTo(206);
      }
    } finally {
      String season = episodes.get(0).seasonId();
      episodes.forEach(episode -> library.remove(episode.id()));
      library.remove(season);
      library.remove(series.id());
      // Other tests count titles.
      await()
          .atMost(IN_JELLYFIN)
          .until(() -> stranger.request().get("/library?limit=1").<Integer>path("total") == 15);
    }
  }

  /** Whoever has nothing to do with it has heard everything that was to be heard so far. */
  private void nothingIsToldOf(EventClient others) {
    SignedIn.as("demo");
    others.next("session_started");
    assertThat(others.events()).noneMatch(event -> event.data().contains(SHOW));
    assertThat(others.types()).doesNotContain("request");
  }

  @Test
  void given_a_radarr_that_is_killed_in_the_middle_when_it_is_back_then_all_is_there_once()
      throws Exception {
    int movie = movie();
    String id = "tmdb:movie:" + movie;
    String download = Hashes.of("story, movie " + movie);
    try (EventClient told = listen(stranger)) {
      Watcher watcher = new Watcher(stranger, id);
      awaitLook();
      assertThat(watcher.stage()).isEqualTo("requestable");
      // It is told, and dies with its answer.
      radarr()
          .behave(Behaviour.cuttingBodiesAfter(0).onlyWhen(call -> call.method().equals("POST")));
      String request = stranger.request().post("/library/" + id + "/request").header("Location");
      await().atMost(SOON).until(() -> radarr().keeps(movie));
      radarr().goDown();
      radarr().behave(Behaviour.normal());
      // Payara's client sends a POST again by itself, and may have heard that it is there.
      watcher.seesOnly("requested", "searching");
      assertThat(stranger.request().post("/library/" + id + "/request").header("Location"))
          .isEqualTo(request);
      radarr().comeBack();
      await().atMost(SOON).until(() -> watcher.sees().equals("searching"));
      awaitLast("searching", told, id);
      // It is tried again less and less often.
      await().atMost(SOON).until(() -> requests(told, id).contains("sent"));

      torrent(download, 8_000, 4_000, 60);
      radarr().grab(movie, download, 8_000_000);
      webhook("radarr", "Grab");
      await().atMost(SOON).until(() -> watcher.sees().equals("downloading"));
      radarr().goDown();
      torrent(download, 8_000, 2_000, 30);
      webhook("radarr", "Health");
      watcher.seesOnly("downloading", "unknown");
      radarr().comeBack();
      webhook("radarr", "HealthRestored");
      await().atMost(SOON).until(() -> watcher.sees().equals("downloading"));

      radarr().imported(download);
      await().atMost(SOON).until(() -> watcher.sees().equals("importing"));
      awaitLast("importing", told, id);
      assertThat(watcher.states()).doesNotContain("requestable");
      assertThat(radarr().searches()).containsOnlyOnce("movie " + movie);
      assertThat(
              stranger
                  .request()
                  .get("/requests")
                  .<List<String>>path("requests.findAll { it.title_id == '" + id + "' }.status"))
          .containsExactly("sent");
      assertThat(requests(told, id)).containsExactly("approved", "sent");
      assertThat(stages(told, id))
          .endsWith("searching", "downloading", "importing")
          .doesNotContain("requestable");
    } finally {
      radarr().behave(Behaviour.normal());
      radarr().comeBack();
    }
  }

  /** A movie that nobody has heard of before. */
  private static int movie() {
    int number = MOVIES.incrementAndGet();
    radarr().knows(MovieFacts.of(number, "The Sluice Keeper " + number, 2020).certification("G"));
    return number;
  }

  /** Somebody who looks at a title again and again, and remembers what it was. */
  private static final class Watcher {

    private static final Duration A_WHILE = Duration.ofSeconds(6);

    private final SignedIn device;
    private final String id;
    private final List<String> states = new ArrayList<>();

    Watcher(SignedIn device, String id) {
      this.device = device;
      this.id = id;
    }

    /** Where it is, without remembering. */
    String stage() {
      return device.request().get("/library/" + id).path("status.stage");
    }

    String sees() {
      Response answer = device.request().get("/library/" + id);
      answer.then().statusCode(200);
      states.add(answer.path("state"));
      return answer.path("status.stage");
    }

    void seesOnly(String... stages) {
      List<String> allowed = List.of(stages);
      await()
          .during(A_WHILE)
          .atMost(A_WHILE.multipliedBy(4))
          .pollInterval(Duration.ofMillis(500))
          .failFast(() -> assertThat(allowed).contains(sees()))
          .until(() -> true);
    }

    List<String> states() {
      return states;
    }
  }

  private static SandboxSonarr sonarr() {
    return Proxy.arrs().sonarr();
  }

  private static SandboxRadarr radarr() {
    return Proxy.arrs().radarr();
  }

  private static EventClient listen(SignedIn device) throws Exception {
    return EventClient.listen("/events", device.accessToken());
  }

  /** A change is a difference from the previous look, so there must have been one. */
  private static void awaitLook() {
    SandboxQbittorrent qbittorrent = Proxy.arrs().qbittorrent();
    int before = qbittorrent.requests().size();
    // The first may belong to a look that was over before anybody listened.
    await().atMost(SOON).until(() -> qbittorrent.requests().size() >= before + 3);
  }

  /** In thousands of bytes. */
  private static void torrent(String download, long size, long left, long seconds) {
    SandboxTorrent torrent =
        new SandboxTorrent(
            download.toLowerCase(Locale.ROOT),
            "A release",
            1_000 * size,
            1_000 * left,
            left == 0 ? 0 : 10_000,
            left == 0 ? 8_640_000 : seconds,
            left == 0 ? "stalledUP" : "downloading");
    Proxy.arrs().qbittorrent().put(torrent);
  }

  /** What the server itself would send. */
  private static void webhook(String server, String event) {
    given()
        .header("X-Webhook-Secret", Proxy.WEBHOOK_SECRET)
        .contentType("application/json")
        .body("{\"eventType\":\"" + event + "\"}")
        .post("/webhooks/" + server)
        .then()
        .statusCode(204);
  }

  private static List<String> searches() {
    return sonarr().searches().stream()
        .filter(search -> search.contains(Integer.toString(TVDB)))
        .toList();
  }

  private String stage() {
    return kid.request().get("/library/" + SHOW).path("status.stage");
  }

  private void awaitStatus(float percent, int seconds) {
    await()
        .atMost(SOON)
        .untilAsserted(
            () ->
                kid.request()
                    .get("/library/" + SHOW)
                    .then()
                    .body("status.stage", equalTo("downloading"))
                    .body("status.percent", equalTo(percent))
                    .body("status.eta_seconds", equalTo(seconds)));
  }

  private static void awaitLast(String stage, EventClient told) {
    awaitLast(stage, told, SHOW);
  }

  private static void awaitLast(String stage, EventClient told, String id) {
    await().atMost(SOON).until(() -> last(stages(told, id)).equals(stage));
  }

  private static String last(List<String> words) {
    return words.isEmpty() ? "" : words.get(words.size() - 1);
  }

  private static Stream<JsonPath> data(EventClient told, String type) {
    return told.events().stream()
        .filter(event -> event.type().equals(type))
        .map(event -> new JsonPath(event.data()));
  }

  private static Stream<JsonPath> titles(EventClient told, String id) {
    return data(told, "title").filter(title -> id.equals(title.getString("id")));
  }

  private static List<String> stages(EventClient told) {
    return stages(told, SHOW);
  }

  /** With the problem, each once as long as it stays. */
  private static List<String> stages(EventClient told, String id) {
    List<String> stages = new ArrayList<>();
    titles(told, id)
        .map(
            title -> {
              String problem = title.getString("status.problem");
              return title.getString("status.stage") + (problem == null ? "" : " " + problem);
            })
        .filter(stage -> !stage.equals(last(stages)))
        .forEach(stages::add);
    return stages;
  }

  private static List<Float> percents(EventClient told) {
    return titles(told, SHOW)
        .map(title -> title.<Float>get("status.percent"))
        .filter(Objects::nonNull)
        .toList();
  }

  private static List<String> requests(EventClient told) {
    return requests(told, SHOW);
  }

  private static List<String> requests(EventClient told, String id) {
    return data(told, "request")
        .filter(request -> id.equals(request.getString("title_id")))
        .map(request -> request.getString("status"))
        .toList();
  }
}
