package com.stoganet.sandbox.arr;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Looking up, adding and changing series, and their episodes. */
class SonarrLibraryTest {
  private static final int SERIES = 880_001;
  private static final int TMDB = 980_001;
  private static final LocalDate TODAY = LocalDate.now(ZoneOffset.UTC);

  private final SandboxSonarr sonarr = SandboxSonarr.start(SandboxArr.Options.defaults());
  private final ArrClient client = new ArrClient(sonarr);

  @BeforeEach
  void knowOne() {
    sonarr.knows(SeriesFacts.of(SERIES + 1, "Something Else", 2001).tmdbId(TMDB + 1));
    sonarr.knows(
        SeriesFacts.of(SERIES, "A Plain Series", 2020)
            .tmdbId(TMDB)
            .status("continuing")
            .season(0, LocalDate.of(2020, 12, 24), 1)
            .season(1, LocalDate.of(2020, 1, 6), 3)
            .season(2, TODAY.minusDays(9), 3));
  }

  @AfterEach
  void close() {
    sonarr.close();
  }

  @Test
  void given_numbers_when_looked_up_then_tmdb_is_mapped_unless_the_service_is_old() {
    assertThat(lookup("tvdb:880001").getInt("tvdbId")).isEqualTo(SERIES);
    assertThat(lookup("tmdb:980001").getInt("tvdbId")).isEqualTo(SERIES);
    assertThat(client.get("/series/lookup?term=tmdb:7").array()).isEmpty();
    assertThat(client.get("/series/lookup?term=/some/path").status()).isEqualTo(500);

    sonarr.understandsTmdb(false);

    assertThat(lookup("tmdb:980001").getInt("tmdbId")).isNotEqualTo(TMDB);
  }

  @Test
  void given_a_kept_series_when_looked_up_then_its_statistics_are_zeros() {
    assertThat(lookup("plain")).doesNotContainKey("id");
    sonarr.keep(SERIES, 1);
    sonarr.hasFiles(SERIES, 1);

    assertThat(lookup("plain").getInt("id")).isPositive();
    assertThat(lookup("plain").getJsonObject("statistics").getInt("episodeFileCount")).isZero();
    assertThat(series().getJsonObject("statistics").getInt("episodeFileCount")).isEqualTo(3);
  }

  @Test
  void given_season_flags_without_a_way_when_posted_then_the_flags_count() {
    ArrClient.Answer added =
        client.post("/series", scope("{\"searchForMissingEpisodes\":true}", 2, 0, 1, 2));

    assertThat(added.status()).isEqualTo(201);
    assertThat(sonarr.monitoredEpisodes(SERIES))
        .containsExactlyInAnyOrder("S02E01", "S02E02", "S02E03");
    assertThat(sonarr.monitors(SERIES, 1)).isFalse();
    assertThat(sonarr.monitors(SERIES, 2)).isTrue();
    assertThat(sonarr.searches()).containsExactly("series " + SERIES);
  }

  @Test
  void given_a_season_that_is_left_out_when_posted_then_it_is_taken_for_a_new_one() {
    client.post("/series", scope("{}", 2, 2));

    assertThat(sonarr.monitors(SERIES, 1)).isTrue();
    assertThat(sonarr.monitors(SERIES, 0)).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "all, S01E01 S01E02 S01E03 S02E01 S02E02 S02E03, true, true",
    "future, S02E03, false, true",
    "missing, S01E01 S01E02 S01E03 S02E01 S02E02 S02E03, true, true",
    "existing, '', false, false",
    "pilot, S01E01, false, false",
    "firstSeason, S01E01 S01E02 S01E03, true, false",
    "lastSeason, S02E01 S02E02 S02E03, false, true",
    "recent, S02E01 S02E02 S02E03, false, true",
    "monitorSpecials, S00E01 S02E01 S02E02 S02E03, false, true",
    "unmonitorSpecials, S02E01 S02E02 S02E03, false, true",
    "none, '', false, false",
    "skip, S02E01 S02E02 S02E03, false, true",
  })
  void given_a_way_to_monitor_when_posted_then_it_overrides_the_flags(
      String way, String episodes, boolean first, boolean second) {
    client.post("/series", scope("{\"monitor\":\"" + way + "\"}", 2, 0, 1, 2));

    assertThat(String.join(" ", new TreeSet<>(sonarr.monitoredEpisodes(SERIES))))
        .isEqualTo(episodes);
    assertThat(sonarr.monitors(SERIES, 1)).isEqualTo(first);
    assertThat(sonarr.monitors(SERIES, 2)).isEqualTo(second);
    assertThat(sonarr.monitors(SERIES)).isEqualTo(!way.equals("none"));
  }

  @Test
  void given_invalid_additions_when_posted_then_the_failures_have_codes() {
    assertThat(codes("{}"))
        .containsExactly(
            "GreaterThanValidator",
            "PathValidator",
            "PathValidator",
            "NotEmptyValidator",
            "GreaterThanValidator");
    client.post("/series", scope("{}", 1, 0, 1, 2));
    assertThat(codes(scope("{}", 1, 0, 1, 2))).containsExactly("SeriesExistsValidator");
    sonarr.forget(SERIES);
    sonarr.loseNextAddRace();
    assertThat(client.post("/series", scope("{}", 1, 0, 1, 2)).status()).isEqualTo(409);
    assertThat(sonarr.keeps(SERIES)).isTrue();
    sonarr.metadataAway(true);
    assertThat(client.get("/series/lookup?term=plain").status()).isEqualTo(503);
  }

  @Test
  void given_a_kept_series_when_put_then_only_flags_that_change_reach_episodes() {
    sonarr.keep(SERIES, 1);
    sonarr.monitor(SERIES, 1, 2, false);

    assertThat(putSeasons(1, 2).status()).isEqualTo(202);

    assertThat(sonarr.monitoredEpisodes(SERIES))
        .containsExactlyInAnyOrder("S01E01", "S01E03", "S02E01", "S02E02", "S02E03");
    int second = episodes("&seasonNumber=1").get(1).getInt("id");
    String monitor = "{\"episodeIds\":[" + second + "],\"monitored\":true}";
    assertThat(client.put("/episode/monitor", monitor).status()).isEqualTo(202);
    assertThat(sonarr.monitoredEpisodes(SERIES)).contains("S01E02");
    assertThat(sonarr.violations()).isEmpty();
    client.put("/series/" + series().getInt("id"), "{}");
    assertThat(sonarr.violations()).hasSize(1);
  }

  @Test
  void given_files_when_counted_then_all_of_what_is_wanted_may_be_a_part() {
    sonarr.keep(SERIES);
    sonarr.hasFiles(SERIES, 1, 1, 2);

    JsonObject statistics = series().getJsonObject("statistics");

    assertThat(statistics.getJsonNumber("percentOfEpisodes").doubleValue()).isEqualTo(100);
    assertThat(statistics.getInt("episodeFileCount")).isEqualTo(2);
    assertThat(statistics.getInt("totalEpisodeCount")).isEqualTo(6);
    assertThat(client.get("/episode").status()).isEqualTo(400);
    assertThat(episodes("")).hasSize(7);
  }

  @Test
  void given_a_season_pack_when_queued_then_each_episode_has_a_row_of_full_size() {
    sonarr.keep(SERIES, 1);
    sonarr.grab(SERIES, 1, Hashes.of("pack"), 9_000_000_000.5);
    sonarr.grab(SERIES, 2, Hashes.of("single"), 1_000, 1);

    List<JsonObject> rows = rows();

    assertThat(rows).hasSize(4);
    assertThat(rows.subList(0, 3))
        .allSatisfy(row -> assertThat(row.getString("downloadId")).isEqualTo(Hashes.of("pack")))
        .allSatisfy(row -> assertThat(row.getJsonNumber("size")).hasToString("9000000000.5"));
    assertThat(rows).extracting(row -> row.getInt("id")).doesNotHaveDuplicates();
    client.delete("/queue/" + rows.get(0).getInt("id"));
    assertThat(rows()).hasSize(1);
    sonarr.imported(Hashes.of("single"));
    assertThat(sonarr.hasFile(SERIES, 2, 1)).isTrue();
  }

  @Test
  void given_an_unknown_row_when_listed_then_it_has_no_series() {
    sonarr.unknown(Hashes.of("stray"), "Stray", 7);

    assertThat(rows().get(0)).doesNotContainKeys("seriesId", "episodeId", "seasonNumber");
    assertThat(client.get("/queue").object().getInt("totalRecords")).isZero();
  }

  @Test
  void given_the_calendar_when_asked_then_monitored_episodes_come_in_order() {
    sonarr.keep(SERIES, 2);
    String span = "?start=" + TODAY.minusDays(30) + "&end=" + TODAY.plusDays(30);

    List<JsonObject> airing =
        client
            .get("/calendar" + span + "&includeSeries=true")
            .array()
            .getValuesAs(JsonObject.class);

    assertThat(airing).extracting(each -> each.getInt("episodeNumber")).containsExactly(1, 2, 3);
    assertThat(airing.get(0).getJsonObject("series").getInt("tmdbId")).isEqualTo(TMDB);
    sonarr.monitor(SERIES, false);
    assertThat(client.get("/calendar" + span).array()).isEmpty();
    assertThat(client.get("/calendar" + span + "&unmonitored=true").array()).hasSize(3);
  }

  @Test
  void given_searches_when_commanded_then_they_are_noted_in_words() {
    sonarr.keep(SERIES, 1);
    int id = series().getInt("id");
    int third = episodes("&seasonNumber=1").get(2).getInt("id");
    command("SeasonSearch", "\"seriesId\":" + id + ",\"seasonNumber\":1");
    command("EpisodeSearch", "\"episodeIds\":[" + third + "]");
    command("MissingEpisodeSearch", "\"seriesId\":" + id);

    assertThat(sonarr.searches())
        .containsExactly(
            "season " + SERIES + " S01", "episode " + SERIES + " S01E03", "missing " + SERIES);
  }

  private void command(String name, String rest) {
    String body = "{\"name\":\"" + name + "\"," + rest + "}";
    assertThat(client.post("/command", body).status()).isEqualTo(201);
  }

  private ArrClient.Answer putSeasons(Integer... monitored) {
    JsonObject whole = series();
    JsonArrayBuilder seasons = Json.createArrayBuilder();
    for (JsonObject season : whole.getJsonArray("seasons").getValuesAs(JsonObject.class)) {
      boolean wanted = Set.of(monitored).contains(season.getInt("seasonNumber"));
      seasons.add(Json.createObjectBuilder(season).add("monitored", wanted));
    }
    JsonObject body = Json.createObjectBuilder(whole).add("seasons", seasons).build();
    return client.put("/series/" + whole.getInt("id"), body.toString());
  }

  private JsonObject lookup(String term) {
    return client.get("/series/lookup?term=" + term).only();
  }

  private JsonObject series() {
    return client.get("/series?tvdbId=" + SERIES).only();
  }

  private List<JsonObject> episodes(String rest) {
    String path = "/episode?seriesId=" + series().getInt("id") + rest;
    return client.get(path).array().getValuesAs(JsonObject.class);
  }

  private List<JsonObject> rows() {
    return client.get("/queue/details").array().getValuesAs(JsonObject.class);
  }

  private List<String> codes(String body) {
    ArrClient.Answer answer = client.post("/series", body);
    assertThat(answer.status()).isEqualTo(400);
    return answer.array().stream()
        .map(JsonValue::asJsonObject)
        .map(failure -> failure.getString("errorCode"))
        .toList();
  }

  private static String scope(String options, int wanted, int... sent) {
    StringBuilder seasons = new StringBuilder();
    for (int number : sent) {
      seasons.append(seasons.isEmpty() ? "" : ",");
      seasons.append("{\"seasonNumber\":" + number + ",\"monitored\":" + (number == wanted) + "}");
    }
    return "{\"tvdbId\":"
        + SERIES
        + ",\"title\":\"A Plain Series\",\"qualityProfileId\":1,\"monitored\":true,"
        + "\"rootFolderPath\":\"/media/shows\",\"seasons\":["
        + seasons
        + "],\"addOptions\":"
        + options
        + "}";
  }
}
