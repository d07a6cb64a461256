package com.stoganet.it;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.stoganet.launch.LibertyServer;
import com.stoganet.launch.Ports;
import com.stoganet.launch.QbittorrentControls;
import com.stoganet.launch.QbittorrentPair;
import com.stoganet.launch.Readiness;
import com.stoganet.launch.Requirement;
import com.stoganet.launch.Settings;
import com.stoganet.sandbox.SandboxJellyfin;
import com.stoganet.sandbox.arr.MovieFacts;
import com.stoganet.sandbox.arr.SandboxArr;
import com.stoganet.sandbox.arr.SandboxRadarr;
import com.stoganet.sandbox.arr.SandboxSonarr;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A real download, seen through the proxy. Radarr knows of it, and is a minute behind. */
class RealDownloadIT {

  private static final int FOLLOWED = 975_001;
  private static final int PAUSED = 975_002;
  private static final int MEBIBYTE = 1 << 20;

  /** Two that parted meet again after a minute, if they do not at once. */
  private static final Duration PATIENCE = Duration.ofSeconds(100);

  private static final int PORT = Ports.free();

  private static QbittorrentPair pair;
  private static SandboxJellyfin jellyfin;
  private static SandboxRadarr radarr;
  private static SandboxSonarr sonarr;
  private static LibertyServer server;
  private static String token;

  @BeforeAll
  static void start() throws InterruptedException {
    Requirement.QBITTORRENT.assumeInstalled();
    pair = new QbittorrentPair();
    jellyfin = SandboxJellyfin.start(SandboxJellyfin.Options.defaults());
    radarr = SandboxRadarr.start(SandboxArr.Options.defaults());
    sonarr = SandboxSonarr.start(SandboxArr.Options.defaults());
    for (int movie : new int[] {FOLLOWED, PAUSED}) {
      radarr.knows(MovieFacts.of(movie, "The Slow Barge " + movie, 2018).certification("G"));
      radarr.keep(movie);
    }
    Map<String, String> settings =
        Settings.withArrs(
            Settings.hurried(Settings.of(jellyfin, PORT, Proxy.freshDatabase("real-download"))),
            radarr,
            sonarr,
            pair.client().url(),
            pair.client().username(),
            pair.client().password());
    server = LibertyServer.startCopy("real-download", settings);
    assertThat(Readiness.await(server, PORT, Proxy.START_PATIENCE)).as(server.output()).isTrue();
    token =
        request()
            .contentType(ContentType.JSON)
            .body(Map.of("username", "admin", "password", "admin"))
            .post("/auth/login")
            .path("access_token");
  }

  @AfterAll
  static void stop() {
    for (AutoCloseable each : new AutoCloseable[] {server, radarr, sonarr, jellyfin, pair}) {
      close(each);
    }
  }

  private static void close(AutoCloseable one) {
    try {
      if (one != null) {
        one.close();
      }
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void given_a_download_when_it_runs_then_the_title_follows_from_nothing_to_the_import()
      throws Exception {
    List<JsonPath> seen = new ArrayList<>();
    String hash = pair.download("followed.mkv", 4 * MEBIBYTE, MEBIBYTE / 64, "radarr");
    radarr.grab(FOLLOWED, hash.toUpperCase(Locale.ROOT), 4 * MEBIBYTE);
    awaitListed(FOLLOWED);
    seen.add(status(FOLLOWED));
    pair.speed(hash, MEBIBYTE / 2);

    await()
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(500))
        .until(
            () -> {
              seen.add(status(FOLLOWED));
              return !stage(seen.get(seen.size() - 1)).equals("downloading");
            });

    JsonPath last = seen.remove(seen.size() - 1);
    assertThat(stage(last)).isEqualTo("importing");
    assertThat(last.getFloat("status.percent")).isEqualTo(100f);
    assertThat(last.getString("status.problem")).isNull();
    assertThat(pair.client().controls().state(hash)).endsWith("UP");
    List<Float> percents = seen.stream().map(each -> each.getFloat("status.percent")).toList();
    assertThat(percents.get(0)).isLessThan(20f);
    assertThat(percents).isSorted().allMatch(percent -> percent >= 0 && percent <= 100);
    assertThat(percents.stream().distinct()).as("it moves").hasSizeGreaterThan(2);
    List<JsonPath> moving =
        seen.stream()
            .filter(each -> each.get("status.speed") != null && each.getLong("status.speed") > 0)
            .toList();
    assertThat(moving).isNotEmpty();
    assertThat(moving).allMatch(each -> each.getLong("status.speed") <= 4 * MEBIBYTE);
    List<Long> times =
        moving.stream()
            .map(each -> each.get("status.eta_seconds"))
            .filter(Objects::nonNull)
            .map(each -> ((Number) each).longValue())
            .toList();
    assertThat(times).hasSizeGreaterThan(1).allMatch(seconds -> seconds <= 3_600);
    assertThat(times.get(times.size() - 1)).as("it falls").isLessThan(times.get(0));
  }

  @Test
  void given_a_download_when_an_administrator_pauses_it_then_it_really_stops_and_goes_on()
      throws Exception {
    QbittorrentControls controls = pair.client().controls();
    String hash = pair.download("paused.mkv", 4 * MEBIBYTE, MEBIBYTE / 8, "radarr");
    radarr.grab(PAUSED, hash.toUpperCase(Locale.ROOT), 4 * MEBIBYTE);
    String download = awaitListed(PAUSED);
    await().atMost(PATIENCE).until(() -> controls.state(hash).equals("downloading"));

    act(download, "pause");

    await().atMost(PATIENCE).until(() -> controls.state(hash).matches("(paused|stopped)DL"));
    await().atMost(PATIENCE).until(() -> "paused".equals(problem(PAUSED)));
    assertThat(status(PAUSED).getString("status.reason")).isEqualTo("It is paused.");
    pair.speed(hash, 16 * MEBIBYTE);
    float before = status(PAUSED).getFloat("status.percent");
    await()
        .during(Duration.ofSeconds(3))
        .atMost(Duration.ofSeconds(6))
        .until(() -> status(PAUSED).getFloat("status.percent") == before);
    assertThat(before).isLessThan(100f);

    act(download, "resume");

    await().atMost(PATIENCE).until(() -> controls.state(hash).endsWith("UP"));
    await().atMost(PATIENCE).until(() -> stage(status(PAUSED)).equals("importing"));
    assertThat(problem(PAUSED)).isNull();
  }

  /** Its id, once the proxy has seen it. */
  private static String awaitListed(int movie) {
    String id = "downloads.find { it.title_id == 'tmdb:movie:" + movie + "' }.id";
    return await()
        .atMost(PATIENCE)
        .until(() -> asAdmin().get("/downloads").path(id), Objects::nonNull);
  }

  private static void act(String download, String what) {
    asAdmin().post("/downloads/" + download + "/" + what).then().statusCode(204);
  }

  private static JsonPath status(int movie) {
    return asAdmin()
        .get("/library/tmdb:movie:" + movie)
        .then()
        .statusCode(200)
        .extract()
        .jsonPath();
  }

  private static String problem(int movie) {
    return status(movie).getString("status.problem");
  }

  private static String stage(JsonPath title) {
    return title.getString("status.stage");
  }

  private static RequestSpecification asAdmin() {
    return request().header("Authorization", "Bearer " + token);
  }

  /** An open connection would keep the server from stopping at once. */
  private static RequestSpecification request() {
    return given().baseUri("http://127.0.0.1:" + PORT).port(PORT).header("Connection", "close");
  }
}
