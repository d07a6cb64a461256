package com.stoganet.sandbox.arr;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The queue, told from a grab to a file. */
class RadarrQueueTest {
  private static final int MOVIE = 990_001;
  private static final String HASH = Hashes.of("a download");

  private final SandboxRadarr radarr = SandboxRadarr.start(SandboxArr.Options.defaults());
  private final ArrClient client = new ArrClient(radarr);

  @BeforeEach
  void keepOne() {
    radarr.knows(MovieFacts.of(MOVIE, "A Plain Film", 2020));
    radarr.keep(MOVIE);
  }

  @AfterEach
  void close() {
    radarr.close();
  }

  @Test
  void given_a_download_when_it_progresses_then_sizes_have_fractions_and_time_is_dotnet() {
    radarr.grab(MOVIE, HASH, 5_882_132_578L);
    assertThat(row()).doesNotContainKey("timeleft");

    radarr.progress(HASH, 5_870_368_312.844, Duration.parse("P1DT2H3M4S"));

    assertThat(row().getJsonNumber("size")).hasToString("5882132578");
    assertThat(row().getJsonNumber("sizeleft")).hasToString("5870368312.844");
    assertThat(row().getString("timeleft")).isEqualTo("1.02:03:04");
    assertThat(row().getString("downloadId")).isEqualTo(HASH).matches("[0-9A-F]{40}");
  }

  @Test
  void given_a_paused_or_stalled_download_then_the_time_left_is_zero_or_absent() {
    radarr.grab(MOVIE, HASH, 1000);
    radarr.pause(HASH);
    assertThat(row().getString("timeleft")).isEqualTo("00:00:00");

    radarr.stall(HASH, "The download is stalled with no connections");

    assertThat(row()).doesNotContainKey("timeleft");
    assertThat(row().getString("status")).isEqualTo("warning");
    assertThat(row().getString("trackedDownloadStatus")).isEqualTo("ok");
    assertThat(row().getString("errorMessage")).contains("stalled");
  }

  @Test
  void given_a_blocked_import_when_it_succeeds_then_the_row_is_gone_and_there_is_a_file() {
    radarr.grab(MOVIE, HASH, 1000);
    radarr.importBlocked(HASH, "No files found are eligible for import");
    assertThat(row().getString("trackedDownloadState")).isEqualTo("importBlocked");
    assertThat(row().getJsonArray("statusMessages").toString()).contains("eligible");

    radarr.imported(HASH);

    assertThat(client.get("/queue/details").array()).isEmpty();
    JsonObject movie = client.get("/movie?tmdbId=" + MOVIE).only();
    assertThat(movie.getBoolean("hasFile")).isTrue();
    assertThat(movie.getJsonObject("statistics").getInt("movieFileCount")).isEqualTo(1);
    assertThat(client.get("/history/since?date=2026-01-01").text())
        .contains("grabbed", "downloadFolderImported");
  }

  @Test
  void given_a_delayed_release_when_grabbed_then_it_becomes_a_download() {
    radarr.delayed(MOVIE);
    JsonObject held = row();
    assertThat(held.getString("status")).isEqualTo("delay");
    assertThat(held)
        .doesNotContainKeys("downloadId", "trackedDownloadStatus", "trackedDownloadState");

    assertThat(client.post("/queue/grab/" + held.getInt("id"), null).status()).isEqualTo(200);

    assertThat(row().getString("downloadId")).matches("[0-9A-F]{40}");
    assertThat(client.post("/queue/grab/" + held.getInt("id"), null).status()).isEqualTo(404);
    assertThat(client.post("/queue/grab/" + row().getInt("id"), null).status()).isEqualTo(404);
  }

  @Test
  void given_many_rows_when_no_size_is_asked_for_then_a_page_has_ten_and_no_unknown_ones() {
    IntStream.range(0, 12).forEach(i -> radarr.grab(MOVIE, Hashes.of("many " + i), 1000));
    radarr.unknown(Hashes.of("stray"), "Something.Else", 5);

    JsonObject page = client.get("/queue").object();

    assertThat(page.getJsonArray("records")).hasSize(10);
    assertThat(page.getInt("totalRecords")).isEqualTo(12);
    assertThat(client.get("/queue?page=2").object().getJsonArray("records")).hasSize(2);
    assertThat(
            client
                .get("/queue?pageSize=1000&includeUnknownMovieItems=true")
                .object()
                .getInt("totalRecords"))
        .isEqualTo(13);
    assertThat(client.get("/queue/details").array()).hasSize(13);
  }

  @Test
  void given_a_row_when_removed_twice_then_the_second_time_it_is_not_found() {
    radarr.grab(MOVIE, HASH, 1000);
    String row = "/queue/" + row().getInt("id") + "?removeFromClient=true&blocklist=true";

    assertThat(client.delete(row).status()).isEqualTo(200);

    assertThat(client.delete(row).status()).isEqualTo(404);
    assertThat(radarr.blocklist()).hasSize(1);
    assertThat(radarr.searches()).hasSize(1);
    assertThat(radarr.violations()).isEmpty();
  }

  private JsonObject row() {
    return client.get("/queue/details").only();
  }
}
