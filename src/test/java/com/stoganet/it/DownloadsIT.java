package com.stoganet.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import com.stoganet.sandbox.arr.Hashes;
import com.stoganet.sandbox.arr.MovieFacts;
import com.stoganet.sandbox.arr.SampleMovies;
import com.stoganet.sandbox.arr.SampleShows;
import com.stoganet.sandbox.arr.SandboxRadarr;
import com.stoganet.sandbox.qbittorrent.SandboxTorrent;
import io.restassured.path.json.JsonPath;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

@BlackBox
class DownloadsIT {

  private static final AtomicInteger MOVIES = new AtomicInteger(922_000);
  private static final double SIZE = 4_000_000_000.25;
  private static final Duration SOON = Duration.ofSeconds(40);

  private static SandboxRadarr radarr() {
    return Proxy.arrs().radarr();
  }

  private static int movie() {
    int number = MOVIES.incrementAndGet();
    radarr().knows(MovieFacts.of(number, "Freight Number " + number, 2020).certification("PG"));
    radarr().keep(number);
    return number;
  }

  private static String hash(int movie) {
    return Hashes.of("freight " + movie);
  }

  private static JsonPath downloads(String user) {
    return Proxy.as(user).get("/downloads").then().statusCode(200).extract().jsonPath();
  }

  /** The id of the download of a movie, as soon as an administrator sees it. */
  private static String awaitDownload(int movie) {
    String find = "downloads.find { it.title_id == 'tmdb:movie:" + movie + "' }.id";
    return await().atMost(SOON).until(() -> downloads("admin").getString(find), id -> id != null);
  }

  @Test
  void given_the_samples_when_an_administrator_looks_then_each_download_is_there_once() {
    JsonPath all = downloads("admin");

    String pack =
        "downloads.findAll { it.title_id == 'tmdb:tv:"
            + SampleShows.tmdb(SampleShows.SEASON_PACK)
            + "' }";
    assertThat(all.getList(pack)).hasSize(1);
    assertThat(all.getList(pack + "[0].episodes")).hasSize(8);
    assertThat(all.getFloat(pack + "[0].percent")).isEqualTo(60f);
    String blocked = "downloads.find { it.title_id == 'tmdb:movie:" + SampleMovies.BLOCKED + "' }";
    assertThat(all.getString(blocked + ".stage")).isEqualTo("importing");
    assertThat(all.getString(blocked + ".problem")).isEqualTo("blocked");
    assertThat(all.getString(blocked + ".reason")).contains("administrator");
    assertThat(all.getBoolean("partial")).isFalse();
  }

  @Test
  void given_somebody_who_asked_for_nothing_when_they_look_then_there_is_nothing() {
    Proxy.jellyfin().users().create("bystander");
    try {
      Proxy.jellyfin().users().resetPassword("bystander", "bystander");
      Proxy.as("bystander").get("/downloads").then().body("downloads", empty());
    } finally {
      Proxy.jellyfin().users().delete("bystander");
    }
  }

  @Test
  void given_somebody_who_asked_when_it_is_downloaded_then_they_see_that_and_nothing_else() {
    int movie = MOVIES.incrementAndGet();
    radarr().knows(MovieFacts.of(movie, "Freight Number " + movie, 2020).certification("PG"));
    Proxy.as("demo").post("/library/tmdb:movie:" + movie + "/request").then().statusCode(204);
    await().atMost(SOON).until(() -> radarr().keeps(movie));

    radarr().grab(movie, hash(movie), SIZE);

    await()
        .atMost(SOON)
        .untilAsserted(
            () ->
                Proxy.as("demo")
                    .get("/downloads")
                    .then()
                    .body("downloads.title_id", hasItem("tmdb:movie:" + movie)));
    assertThat(downloads("demo").<String>getList("downloads.title_id"))
        .doesNotContain("tmdb:movie:" + SampleMovies.DOWNLOADING);
  }

  @Test
  void given_a_torrent_when_an_administrator_pauses_and_resumes_it_then_the_client_does() {
    int movie = movie();
    String torrent = hash(movie).toLowerCase(Locale.ROOT);
    Proxy.arrs().qbittorrent().put(SandboxTorrent.downloading(torrent));
    radarr().grab(movie, hash(movie), SIZE);
    String id = awaitDownload(movie);

    ErrorBody.of(Proxy.as("demo").post("/downloads/" + id + "/pause"), 403, "validation_failed");
    // The proxy may know the download from Radarr before it asks qBittorrent again.
    await()
        .atMost(SOON)
        .until(() -> Proxy.as("admin").post("/downloads/" + id + "/pause").statusCode() == 204);
    assertThat(Proxy.arrs().qbittorrent().torrent(torrent).state()).isEqualTo("stoppedDL");
    await()
        .atMost(SOON)
        .untilAsserted(
            () ->
                Proxy.as("demo")
                    .get("/library/tmdb:movie:" + movie)
                    .then()
                    .body("status.problem", equalTo("paused")));

    Proxy.as("admin").post("/downloads/" + id + "/resume").then().statusCode(204);
    assertThat(Proxy.arrs().qbittorrent().torrent(torrent).state()).isNotEqualTo("stoppedDL");
    await()
        .untilAsserted(
            () ->
                assertThat(auditOf(id))
                    .hasSize(2)
                    .allMatch(line -> line.contains("\"user\":\"admin\""))
                    .anyMatch(line -> line.contains("download_paused"))
                    .anyMatch(line -> line.contains("download_resumed")));
  }

  @Test
  void given_a_bad_release_when_it_is_removed_for_good_then_another_one_is_looked_for() {
    int movie = movie();
    radarr().grab(movie, hash(movie), SIZE);
    String id = awaitDownload(movie);

    Proxy.as("admin")
        .delete("/downloads/" + id + "?blocklist=true&search=true")
        .then()
        .statusCode(204);

    assertThat(radarr().blocklist()).isNotEmpty();
    await()
        .atMost(SOON)
        .untilAsserted(
            () ->
                Proxy.as("demo")
                    .get("/library/tmdb:movie:" + movie)
                    .then()
                    .body("status.stage", equalTo("searching")));
    ErrorBody.of(Proxy.as("admin").delete("/downloads/" + id), 404, "item_not_found");
    await().until(() -> auditOf(id).stream().anyMatch(line -> line.contains("download_removed")));
  }

  @Test
  void given_a_release_that_is_held_back_when_it_is_grabbed_then_it_is_downloaded() {
    int movie = movie();
    radarr().delayed(movie);
    String id = awaitDownload(movie);
    Proxy.as("demo")
        .get("/library/tmdb:movie:" + movie)
        .then()
        .body("status.problem", equalTo("delayed"));

    Proxy.as("admin").post("/downloads/" + id + "/grab").then().statusCode(204);

    await()
        .atMost(SOON)
        .until(
            () ->
                Proxy.as("demo").get("/library/tmdb:movie:" + movie).path("status.problem")
                    == null);
    String now = awaitDownload(movie);
    Proxy.as("admin").post("/downloads/" + now + "/grab").then().statusCode(409);
  }

  private static List<String> auditOf(String id) {
    return Proxy.log()
        .lines()
        .filter(line -> line.contains(" audit {") && line.contains(id))
        .toList();
  }
}
