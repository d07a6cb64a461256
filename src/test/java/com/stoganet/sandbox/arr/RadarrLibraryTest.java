package com.stoganet.sandbox.arr;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Looking up, adding and changing movies. */
class RadarrLibraryTest {
  private static final int MOVIE = 990_001;
  private static final LocalDate TODAY = LocalDate.now(ZoneOffset.UTC);

  private final SandboxRadarr radarr = SandboxRadarr.start(SandboxArr.Options.defaults());
  private final ArrClient client = new ArrClient(radarr);

  @BeforeEach
  void knowSome() {
    radarr.knows(MovieFacts.of(MOVIE, "Übermorgen, the Film", 2020));
    radarr.knows(MovieFacts.of(MOVIE + 1, "Another Film", 2010).digital(TODAY.plusDays(3)));
  }

  @AfterEach
  void close() {
    radarr.close();
  }

  @Test
  void given_terms_when_looked_up_then_numbers_words_and_years_find_movies() {
    assertThat(found("tmdb:990001")).containsExactly(MOVIE);
    assertThat(found("tmdb:12")).isEmpty();
    assertThat(found("tmdb:abc")).isEmpty();
    assertThat(found("film")).containsExactly(MOVIE, MOVIE + 1);
    assertThat(found("ubermorgen%202020")).containsExactly(MOVIE);
    assertThat(found("ubermorgen%202019")).isEmpty();
  }

  @Test
  void given_a_kept_movie_with_a_file_when_looked_up_then_only_its_id_tells() {
    assertThat(lookup()).doesNotContainKeys("id", "hasFile", "statistics");
    radarr.keepWithFile(MOVIE);

    assertThat(lookup().getInt("id")).isPositive();
    assertThat(lookup()).doesNotContainKeys("hasFile", "statistics", "sizeOnDisk");
    assertThat(client.get("/movie?tmdbId=" + MOVIE).only().getBoolean("hasFile")).isTrue();
    assertThat(client.get("/movie?tmdbId=1").array()).isEmpty();
  }

  @Test
  void given_no_metadata_service_when_looked_up_then_503_but_the_library_is_there() {
    radarr.keep(MOVIE);
    radarr.metadataAway(true);

    assertThat(client.get("/movie/lookup?term=film").status()).isEqualTo(503);
    assertThat(client.get("/movie/lookup?term=film").object()).containsKey("message");
    assertThat(client.post("/movie", scope(MOVIE + 1)).status()).isEqualTo(503);
    assertThat(client.get("/movie").array()).hasSize(1);
  }

  @Test
  void given_an_addition_when_posted_twice_then_201_and_then_an_array_of_failures() {
    ArrClient.Answer first = client.post("/movie", scope(MOVIE));

    assertThat(first.status()).isEqualTo(201);
    assertThat(first.object().getBoolean("monitored")).isTrue();
    assertThat(radarr.searches()).containsExactly("movie " + MOVIE);

    ArrClient.Answer second = client.post("/movie", scope(MOVIE));
    assertThat(second.status()).isEqualTo(400);
    assertThat(second.only().getString("errorCode")).isEqualTo("MovieExistsValidator");
    assertThat(second.only().getString("propertyName")).isEqualTo("TmdbId");
  }

  @Test
  void given_an_empty_addition_when_posted_then_everything_is_wrong_at_once() {
    assertThat(codes("{}"))
        .containsExactly(
            "GreaterThanValidator",
            "PathValidator",
            "PathValidator",
            "NotEmptyValidator",
            "NotEmptyValidator");
    assertThat(
            codes("{\"tmdbId\":990001,\"qualityProfileId\":99,\"rootFolderPath\":\"/elsewhere\"}"))
        .containsExactly("QualityProfileExistsValidator", "RootFolderExistsValidator");
    assertThat(client.post("/movie", scope(12)).only().getString("errorMessage"))
        .isEqualTo("A movie with this ID was not found.");
    assertThat(client.post("/movie", "nonsense").status()).isEqualTo(400);
  }

  @Test
  void given_a_lost_race_when_posted_then_409_and_the_movie_is_there() {
    radarr.loseNextAddRace();

    ArrClient.Answer lost = client.post("/movie", scope(MOVIE));

    assertThat(lost.status()).isEqualTo(409);
    assertThat(lost.object().getString("message")).contains("constraint failed");
    assertThat(radarr.keeps(MOVIE)).isTrue();
    assertThat(client.post("/movie", scope(MOVIE + 1)).status()).isEqualTo(201);
  }

  @Test
  void given_dates_when_read_then_available_is_not_the_same_as_a_file() {
    radarr.keep(MOVIE);
    radarr.keep(MOVIE + 1);

    JsonObject out = client.get("/movie?tmdbId=" + MOVIE).only();
    JsonObject waiting = client.get("/movie?tmdbId=" + (MOVIE + 1)).only();

    assertThat(out.getBoolean("isAvailable")).isTrue();
    assertThat(out.getBoolean("hasFile")).isFalse();
    assertThat(waiting.getBoolean("isAvailable")).isFalse();
    assertThat(waiting.getString("releaseDate")).isEqualTo(TODAY.plusDays(3) + "T00:00:00Z");
    assertThat(client.get("/calendar").array()).isEmpty();
    String span = "?start=" + TODAY + "&end=" + TODAY.plusDays(7);
    assertThat(client.get("/calendar" + span).only().getInt("tmdbId")).isEqualTo(MOVIE + 1);
    radarr.monitor(MOVIE + 1, false);
    assertThat(client.get("/calendar" + span).array()).isEmpty();
    assertThat(client.get("/calendar" + span + "&unmonitored=true").array()).hasSize(1);
  }

  @Test
  void given_a_kept_movie_when_changed_then_202_and_an_unknown_one_is_an_error_of_its_kind() {
    radarr.keep(MOVIE);
    radarr.monitor(MOVIE, false);
    int id = lookup().getInt("id");

    assertThat(
            client.put("/movie/editor", "{\"movieIds\":[" + id + "],\"monitored\":true}").status())
        .isEqualTo(202);
    assertThat(radarr.monitors(MOVIE)).isTrue();
    assertThat(client.put("/movie/editor", "{\"movieIds\":[99],\"monitored\":true}").status())
        .isEqualTo(500);
    JsonObject whole = client.get("/movie/" + id).object();
    String unmonitored = Json.createObjectBuilder(whole).add("monitored", false).build().toString();
    assertThat(client.put("/movie/" + id, unmonitored).status()).isEqualTo(202);
    assertThat(radarr.monitors(MOVIE)).isFalse();
    assertThat(client.put("/movie/" + id, "{\"monitored\":true}").status()).isEqualTo(400);
    assertThat(client.delete("/movie/" + id + "?deleteFiles=true").status()).isEqualTo(200);
    assertThat(client.delete("/movie/" + id).status()).isEqualTo(404);
    assertThat(client.delete("/movie/" + id).object()).containsKey("description");
    assertThat(client.get("/movie/" + id).contentType()).startsWith("application/problem+json");
    assertThat(radarr.violations()).isEmpty();
  }

  @Test
  void given_commands_when_posted_then_known_ones_are_queued_and_others_throw() {
    radarr.keep(MOVIE);
    int id = lookup().getInt("id");

    ArrClient.Answer search =
        client.post("/command", "{\"name\":\"moviesSEARCH\",\"movieIds\":[" + id + "]}");

    assertThat(search.status()).isEqualTo(201);
    assertThat(search.object().getString("name")).isEqualTo("MoviesSearch");
    assertThat(search.object().getString("status")).isEqualTo("queued");
    assertThat(radarr.searches()).containsExactly("movie " + MOVIE);
    assertThat(client.get("/command/" + search.object().getInt("id")).object().getString("status"))
        .isEqualTo("completed");
    assertThat(client.post("/command", "{\"name\":\"RefreshMonitoredDownloads\"}").status())
        .isEqualTo(201);
    assertThat(client.post("/command", "{\"name\":\"SeriesSearch\"}").status()).isEqualTo(500);
    assertThat(client.post("/command", "{}").only().getString("propertyName")).isEqualTo("Name");
  }

  private JsonObject lookup() {
    return client.get("/movie/lookup?term=tmdb:" + MOVIE).only();
  }

  private List<Integer> found(String term) {
    return client.get("/movie/lookup?term=" + term).array().stream()
        .map(JsonValue::asJsonObject)
        .map(movie -> movie.getInt("tmdbId"))
        .toList();
  }

  private List<String> codes(String body) {
    ArrClient.Answer answer = client.post("/movie", body);
    assertThat(answer.status()).isEqualTo(400);
    return answer.array().stream()
        .map(failure -> failure.asJsonObject().getString("errorCode"))
        .toList();
  }

  private static String scope(int tmdbId) {
    return "{\"tmdbId\":"
        + tmdbId
        + ",\"qualityProfileId\":1,\"rootFolderPath\":\"/media/movies\",\"monitored\":true,"
        + "\"minimumAvailability\":\"released\",\"tags\":[],"
        + "\"addOptions\":{\"searchForMovie\":true,\"monitor\":\"movieOnly\"}}";
  }
}
