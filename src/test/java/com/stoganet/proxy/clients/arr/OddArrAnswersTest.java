package com.stoganet.proxy.clients.arr;

import static org.assertj.core.api.Assertions.assertThat;

import com.stoganet.launch.ReferenceFiles;
import com.stoganet.proxy.acquisition.Arr;
import com.stoganet.proxy.acquisition.LookupResult;
import com.stoganet.proxy.acquisition.RequestedScope;
import com.stoganet.proxy.clients.backend.OddJson;
import com.stoganet.proxy.config.Backends.Program;
import com.stoganet.proxy.media.CatalogId;
import com.stoganet.proxy.media.MediaKind;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonReader;
import jakarta.json.JsonStructure;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What real servers answered, with one odd value in it at a time. */
class OddArrAnswersTest {

  private static final LocalDate FIRST = LocalDate.of(2000, 1, 1);
  private static final LocalDate LAST = LocalDate.of(2100, 1, 1);

  static Stream<Arguments> readings() {
    return Stream.of(
        reading(Program.RADARR, "/movie/lookup", "radarr/ruddarr-movie-lookup.json", searching()),
        reading(
            Program.RADARR,
            "/movie",
            "radarr/ruddarr-movies.json",
            arr -> List.copyOf(arr.titles())),
        reading(
            Program.RADARR,
            "/queue/details",
            "radarr/ruddarr-queue.json",
            arr -> List.copyOf(arr.queue())),
        reading(Program.RADARR, "/calendar", "radarr/ruddarr-calendar.json", calendar()),
        reading(Program.SONARR, "/series/lookup", "sonarr/ruddarr-series.json", searching()),
        reading(
            Program.SONARR,
            "/series",
            "sonarr/ruddarr-series.json",
            arr -> List.copyOf(arr.titles())),
        reading(
            Program.SONARR,
            "/queue/details",
            "sonarr/ruddarr-queue.json",
            arr -> List.copyOf(arr.queue())),
        reading(Program.SONARR, "/calendar", "sonarr/ruddarr-calendar.json", calendar()));
  }

  private static Arguments reading(
      Program program, String path, String file, Function<Arr, List<Object>> read) {
    return Arguments.of(program, path, file, read);
  }

  private static Function<Arr, List<Object>> searching() {
    return arr -> List.copyOf(arr.search("words"));
  }

  private static Function<Arr, List<Object>> calendar() {
    return arr -> List.copyOf(arr.calendar(FIRST, LAST));
  }

  @ParameterizedTest
  @MethodSource("readings")
  void given_every_odd_element_in_one_list_when_read_then_the_others_are_there_B05(
      Program program, String path, String file, Function<Arr, List<Object>> read)
      throws IOException {
    JsonArray recorded = recorded(file);
    try (ScriptedServer server = new ScriptedServer()) {
      server.answer("GET " + path, 200, recorded.toString());
      server.answer("GET " + path, 200, withOddOnes(recorded));
      Arr arr = arr(program, server);
      List<Object> even = read.apply(arr);

      assertThat(even).isNotEmpty();
      assertThat(read.apply(arr)).containsAll(even).hasSizeGreaterThan(100);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"99999999999", "1215752191.5", "-603", "\"x\"", "null", "[603]", "{}"})
  void given_an_odd_number_of_a_film_when_looked_up_then_it_is_not_another_film_B05(String number)
      throws IOException {
    try (ScriptedServer server = new ScriptedServer()) {
      String json =
          "[{\"tmdbId\":%s,\"title\":\"Odd\"},null,{\"tmdbId\":603,\"title\":\"Even\"}]"
              .formatted(number);
      server.answer("GET /movie/lookup", 200, json);

      assertThat(arr(Program.RADARR, server).search("odd"))
          .extracting(LookupResult::id)
          .containsExactly(new CatalogId.Tmdb(MediaKind.MOVIE, 603));
    }
  }

  @Test
  void given_odd_seasons_when_the_series_is_changed_then_they_go_back_as_they_came_B05()
      throws IOException {
    try (ScriptedServer server = new ScriptedServer()) {
      String seasons =
          "[null,7,{\"monitored\":true},{\"seasonNumber\":\"x\"},{\"seasonNumber\":1,\"monitored\":false}]";
      String series =
          "{\"id\":12,\"tvdbId\":81,\"tmdbId\":1396,\"monitored\":true,\"seasons\":"
              + seasons
              + "}";
      server.answer("GET /series/lookup", 200, "[" + series + "]");
      server.answer("GET /series", 200, "[" + series + "]");
      server.answer("GET /series/12", 200, series);
      server.answer("GET /episode", 200, "[null,{}]");
      server.answer("PUT /series/12", 202, "{}");
      server.answer("POST /command", 201, "{}");

      arr(Program.SONARR, server)
          .monitor(new RequestedScope(new CatalogId.Tmdb(MediaKind.TV, 1396), Set.of(1), Set.of()));

      assertThat(server.changes().get(0).body())
          .contains("\"seasons\":" + seasons.replace("\"monitored\":false", "\"monitored\":true"));
    }
  }

  /** The list, and before its elements each of them with one odd value at a time. */
  private static String withOddOnes(JsonArray recorded) {
    StringBuilder all = new StringBuilder("[null,7,\"x\",[],{},");
    Set<String> seen = new HashSet<>();
    for (JsonValue element : recorded) {
      OddJson.all(element.asJsonObject(), seen).forEach(odd -> all.append(odd.json()).append(','));
    }
    String elements = recorded.toString();
    return all.append(elements.substring(1)).toString();
  }

  private static Arr arr(Program program, ScriptedServer server) {
    ArrServer connected = new ArrServer(server.settings(program));
    return program == Program.RADARR
        ? new Radarr(connected, Clock.systemUTC())
        : new Sonarr(connected, Clock.systemUTC());
  }

  private static JsonArray recorded(String name) throws IOException {
    String json = Files.readString(ReferenceFiles.recording(name));
    try (JsonReader reader = Json.createReader(new StringReader(json))) {
      JsonStructure recorded = reader.read();
      return recorded instanceof JsonArray array
          ? array
          : recorded.asJsonObject().getJsonArray("records");
    }
  }
}
