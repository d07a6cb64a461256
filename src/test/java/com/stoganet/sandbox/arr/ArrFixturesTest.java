package com.stoganet.sandbox.arr;

import static org.assertj.core.api.Assertions.assertThat;

import com.stoganet.launch.ReferenceFiles;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The stubs have the members of recorded answers of the real servers. */
class ArrFixturesTest {
  /** What every client reads of a row. */
  private static final Set<String> ROW =
      Set.of(
          "id",
          "title",
          "size",
          "sizeleft",
          "timeleft",
          "estimatedCompletionTime",
          "status",
          "trackedDownloadStatus",
          "trackedDownloadState",
          "statusMessages",
          "statusMessages.title",
          "statusMessages.messages",
          "errorMessage",
          "downloadId",
          "protocol");

  private static SandboxRadarr radarr;
  private static SandboxSonarr sonarr;

  @BeforeAll
  static void start() {
    radarr = SandboxRadarr.start(SandboxArr.Options.defaults());
    SampleMovies.fill(radarr);
    sonarr = SandboxSonarr.start(SandboxArr.Options.defaults());
    SampleShows.fill(sonarr);
    sonarr.grab(SampleShows.AIRING, 1, Hashes.of("blocked"), 9, 2);
    sonarr.importBlocked(Hashes.of("blocked"), "Sample");
    sonarr.grab(SampleShows.UPCOMING, 1, Hashes.of("stalled"), 9, 1);
    sonarr.stall(Hashes.of("stalled"), "The download is stalled with no connections");
  }

  @AfterAll
  static void stop() {
    radarr.close();
    sonarr.close();
  }

  @Test
  void given_radarrs_queue_then_it_has_the_members_of_a_real_one() throws IOException {
    Set<String> real = recorded("radarr/ruddarr-queue.json", "records");
    Set<String> ours = keys(new ArrClient(radarr).get("/queue/details").array());

    assertSame(ours, real, ROW);
    assertThat(ours).contains("movieId");
    assertThat(real).contains("movieId");
  }

  /** The recordings are of several versions, none of which has all members. */
  @Test
  void given_radarrs_movies_then_they_have_the_members_of_real_ones() throws IOException {
    Set<String> real = recorded("radarr/ruddarr-movies.json", "");
    real.addAll(recorded("radarr/ruddarr-calendar.json", ""));
    Set<String> read =
        Set.of(
            "id",
            "title",
            "originalTitle",
            "year",
            "tmdbId",
            "monitored",
            "hasFile",
            "isAvailable",
            "minimumAvailability",
            "status",
            "inCinemas",
            "digitalRelease",
            "physicalRelease",
            "releaseDate",
            "qualityProfileId",
            "rootFolderPath",
            "path",
            "certification",
            "images.coverType",
            "images.remoteUrl");

    assertSame(keys(new ArrClient(radarr).get("/movie").array()), real, read);
  }

  @Test
  void given_radarrs_lookup_then_it_has_the_members_of_a_real_one_but_hasFile() throws IOException {
    Set<String> real = recorded("radarr/ruddarr-movie-lookup.json", "");
    real.addAll(recorded("radarr/ruddarr-calendar.json", ""));
    Set<String> ours = keys(new ArrClient(radarr).get("/movie/lookup?term=the").array());

    assertSame(
        ours,
        real,
        Set.of(
            "title",
            "year",
            "tmdbId",
            "overview",
            "remotePoster",
            "certification",
            "genres",
            "runtime",
            "ratings.tmdb.value",
            "images.remoteUrl"));
    assertThat(ours).doesNotContain("hasFile", "statistics", "sizeOnDisk");
  }

  @Test
  void given_sonarrs_queue_then_it_has_the_members_of_a_real_one() throws IOException {
    Set<String> real = recorded("sonarr/ruddarr-queue.json", "records");
    Set<String> pack = recorded("sonarr/ha-queue-season-pack.json", "records");
    Set<String> ours = keys(new ArrClient(sonarr).get("/queue/details").array());

    assertSame(ours, real, ROW);
    assertThat(ours).contains("seriesId", "episodeId", "seasonNumber");
    assertThat(pack).contains("seriesId", "episodeId", "seasonNumber", "downloadId", "sizeleft");
  }

  @Test
  void given_sonarrs_series_then_they_have_the_members_of_real_ones() throws IOException {
    Set<String> real = recorded("sonarr/ruddarr-series.json", "");
    real.addAll(recorded("sonarr/ha-series.json", ""));
    Set<String> read =
        Set.of(
            "id",
            "title",
            "year",
            "tvdbId",
            "tmdbId",
            "monitored",
            "status",
            "ended",
            "qualityProfileId",
            "rootFolderPath",
            "path",
            "certification",
            "seasons.seasonNumber",
            "seasons.monitored",
            "seasons.statistics.episodeFileCount",
            "seasons.statistics.episodeCount",
            "seasons.statistics.totalEpisodeCount",
            "statistics.percentOfEpisodes");

    assertSame(keys(new ArrClient(sonarr).get("/series").array()), real, read);
  }

  @Test
  void given_sonarrs_lookup_then_it_has_the_members_of_a_real_one() throws IOException {
    Set<String> real = recorded("sonarr/ruddarr-series-lookup.json", "");
    real.addAll(recorded("sonarr/ruddarr-series.json", ""));
    Set<String> read =
        Set.of("title", "year", "tvdbId", "tmdbId", "overview", "remotePoster", "certification");

    assertSame(keys(new ArrClient(sonarr).get("/series/lookup?term=the").array()), real, read);
  }

  @Test
  void given_sonarrs_episodes_then_they_have_the_members_of_real_ones() throws IOException {
    Set<String> read =
        Set.of(
            "id",
            "seriesId",
            "seasonNumber",
            "episodeNumber",
            "title",
            "airDateUtc",
            "hasFile",
            "monitored");

    assertSame(
        keys(new ArrClient(sonarr).get("/episode?seriesId=1").array()),
        recorded("sonarr/ruddarr-episodes.json", ""),
        read);
  }

  @Test
  void given_the_calendars_then_they_have_the_members_of_real_ones() throws IOException {
    String span = "?start=2000-01-01&end=2100-01-01&unmonitored=true";
    Set<String> movies = recorded("radarr/ruddarr-calendar.json", "");
    movies.addAll(recorded("radarr/ruddarr-movies.json", ""));

    assertSame(
        keys(new ArrClient(radarr).get("/calendar" + span).array()),
        movies,
        Set.of("tmdbId", "title", "inCinemas", "digitalRelease", "physicalRelease", "hasFile"));
    assertSame(
        keys(new ArrClient(sonarr).get("/calendar" + span + "&includeSeries=true").array()),
        union("sonarr/ruddarr-calendar.json", "sonarr/ruddarr-episodes.json"),
        Set.of("airDateUtc", "seasonNumber", "episodeNumber", "title", "series.tmdbId", "hasFile"));
  }

  @Test
  void given_a_refused_series_then_the_error_has_the_members_of_a_real_one() throws IOException {
    String body = "{\"title\":\"x\",\"qualityProfileId\":1,\"rootFolderPath\":\"/media/shows\"}";
    JsonObject error = new ArrClient(sonarr).post("/series", body).only();
    JsonObject real = read("sonarr/issue-7565-validation-400.json").asJsonArray().getJsonObject(0);

    assertThat(error.keySet()).isEqualTo(real.keySet());
    assertThat(error.getString("errorCode")).isEqualTo(real.getString("errorCode"));
    assertThat(error.getString("errorMessage")).isEqualTo(real.getString("errorMessage"));
    assertThat(error.getString("propertyName")).isEqualTo(real.getString("propertyName"));
  }

  /** The stub invents nothing, and both have what is read. */
  private static void assertSame(Set<String> ours, Set<String> real, Set<String> read) {
    assertThat(real).containsAll(ours);
    assertThat(ours).containsAll(read);
  }

  private static Set<String> union(String first, String second) throws IOException {
    Set<String> all = recorded(first, "");
    all.addAll(recorded(second, ""));
    return all;
  }

  private static Set<String> recorded(String name, String member) throws IOException {
    JsonValue value = read(name);
    return keys(member.isEmpty() ? value.asJsonArray() : value.asJsonObject().getJsonArray(member));
  }

  private static JsonValue read(String name) throws IOException {
    String text = Files.readString(ReferenceFiles.recording(name));
    try (JsonReader reader = Json.createReader(new StringReader(text))) {
      return reader.readValue();
    }
  }

  private static Set<String> keys(JsonArray elements) {
    Set<String> found = new TreeSet<>();
    collect(elements, "", found);
    return found;
  }

  private static void collect(JsonValue value, String prefix, Set<String> found) {
    if (value instanceof JsonObject object) {
      object.forEach(
          (name, member) -> {
            found.add(prefix + name);
            collect(member, prefix + name + ".", found);
          });
    } else if (value instanceof JsonArray array) {
      array.forEach(element -> collect(element, prefix, found));
    }
  }
}
