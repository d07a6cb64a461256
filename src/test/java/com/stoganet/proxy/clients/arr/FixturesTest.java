package com.stoganet.proxy.clients.arr;

import static org.assertj.core.api.Assertions.assertThat;

import com.stoganet.launch.ReferenceFiles;
import com.stoganet.proxy.acquisition.ArrTitle;
import com.stoganet.proxy.acquisition.CalendarEntry;
import com.stoganet.proxy.acquisition.LookupResult;
import com.stoganet.proxy.acquisition.QueueItem;
import com.stoganet.proxy.acquisition.QueueItem.Phase;
import com.stoganet.proxy.clients.backend.BackendResponseException;
import com.stoganet.proxy.clients.backend.TolerantJson;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonStructure;
import jakarta.json.bind.Jsonb;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Recorded answers of real servers are read as the client reads them. */
class FixturesTest {

  private static final Jsonb JSON = TolerantJson.ofPlainNames();
  private static final LocalDate TODAY = LocalDate.of(2026, 6, 1);

  static Stream<Class<?>> readTypes() {
    return Stream.of(
        Movie.class,
        Movie.Ratings.class,
        Series.class,
        Series.SeasonItem.class,
        Series.Statistics.class,
        EpisodeItem.class,
        QueueResource.class,
        QueueResource.StatusMessage.class,
        Cover.class,
        Rating.class,
        RootFolder.class,
        QualityProfile.class,
        SystemStatus.class);
  }

  @ParameterizedTest
  @MethodSource("readTypes")
  void given_null_everywhere_when_read_then_nothing_breaks(Class<?> type) {
    String json =
        Arrays.stream(type.getFields())
            .map(field -> "\"" + field.getName() + "\":null")
            .collect(Collectors.joining(",", "{", ",\"unknown\":{\"more\":[1,{}]}}"));

    assertThat(JSON.fromJson(json, type)).hasAllNullFieldsOrProperties();
    assertThat(JSON.fromJson("{}", type)).hasAllNullFieldsOrProperties();
  }

  @Test
  void given_titles_of_nothing_but_numbers_when_mapped_then_everything_is_unknown() {
    Movie movie = JSON.fromJson("{\"id\":1,\"tmdbId\":2}", Movie.class);
    Series series = JSON.fromJson("{\"id\":1,\"tmdbId\":2,\"seasons\":[null,{}]}", Series.class);
    SeriesNumbers numbers = new SeriesNumbers();

    assertThat(RadarrTitles.result(movie).poster()).isEmpty();
    assertThat(RadarrTitles.title(movie).release()).isEmpty();
    assertThat(SonarrTitles.result(numbers.id(series).orElseThrow(), series).seasons()).isEmpty();
    assertThat(SonarrTitles.title(numbers.id(series).orElseThrow(), series, TODAY).released())
        .isFalse();
  }

  @Test
  void given_a_real_lookup_of_movies_when_read_then_every_offer_makes_sense() throws IOException {
    List<LookupResult> results =
        Arrays.stream(recorded("radarr/ruddarr-movie-lookup.json", Movie[].class))
            .map(RadarrTitles::result)
            .toList();

    assertThat(results).hasSize(8).allSatisfy(FixturesTest::assertReadable);
    assertThat(results.get(0).rating()).isPositive();
    assertThat(results.get(0).poster()).startsWith("https://image.tmdb.org/");
  }

  @Test
  void given_real_movies_when_read_then_what_may_be_looked_for_is_not_what_has_a_file()
      throws IOException {
    List<ArrTitle> movies =
        Arrays.stream(recorded("radarr/ruddarr-movies.json", Movie[].class))
            .map(RadarrTitles::title)
            .toList();

    assertThat(movies).hasSize(10).allMatch(title -> title.key() > 0 && title.id().number() > 0);
    assertThat(movies).anyMatch(title -> title.released() && !title.hasFile());
    assertThat(movies).anyMatch(title -> !title.released() && title.release().isPresent());
  }

  @Test
  void given_a_real_lookup_of_series_when_read_then_only_numbered_ones_are_returned()
      throws IOException {
    SeriesNumbers numbers = new SeriesNumbers();
    List<Series> found = List.of(recorded("sonarr/ruddarr-series-lookup.json", Series[].class));

    assertThat(found).hasSize(6);
    assertThat(found)
        .allSatisfy(
            series ->
                assertThat(numbers.id(series).isPresent())
                    .isEqualTo(series.tmdbId != null && series.tmdbId > 0));
  }

  @Test
  void given_real_series_when_read_then_a_hundred_percent_may_be_three_of_many()
      throws IOException {
    SeriesNumbers numbers = new SeriesNumbers();
    List<ArrTitle> titles =
        Arrays.stream(recorded("sonarr/ruddarr-series.json", Series[].class))
            .flatMap(
                series ->
                    numbers.id(series).map(id -> SonarrTitles.title(id, series, TODAY)).stream())
            .toList();

    assertThat(titles).hasSizeGreaterThan(5).allMatch(series -> series.key() > 0);
    assertThat(titles.stream().flatMap(series -> series.seasons().stream()))
        .anyMatch(season -> season.files() == season.wanted() && season.files() < season.total());
  }

  @Test
  void given_real_episodes_when_read_then_each_has_its_place() throws IOException {
    assertThat(
            Arrays.stream(recorded("sonarr/ruddarr-episodes.json", EpisodeItem[].class))
                .map(SonarrTitles::episode))
        .hasSize(38)
        .allMatch(episode -> episode.key() > 0 && episode.number() > 0)
        .anyMatch(episode -> episode.season() == 0);
  }

  @ParameterizedTest
  @CsvSource({
    "radarr/ruddarr-queue.json, 3",
    "sonarr/ruddarr-queue.json, 48",
    "sonarr/ha-queue.json, 1",
    "sonarr/ha-queue-season-pack.json, 3",
    "sonarr/exportarr-v3_queue.json, 1"
  })
  void given_a_real_queue_when_read_then_every_row_makes_sense(String name, int count)
      throws IOException {
    List<QueueItem> rows = queue(name);

    assertThat(rows).hasSizeGreaterThanOrEqualTo(count);
    assertThat(rows)
        .allSatisfy(
            row -> {
              assertThat(row.left()).isBetween(0.0, row.size());
              assertThat(row.download()).isNotBlank();
              assertThat(row.messages()).noneMatch(message -> message.contains("/volume"));
            });
  }

  @Test
  void given_real_rows_when_read_then_fractions_and_missing_times_are_understood()
      throws IOException {
    List<QueueItem> rows = queue("radarr/ruddarr-queue.json");

    assertThat(rows.get(0).left()).isEqualTo(5870368312.844);
    assertThat(rows.get(0).timeLeft()).isPresent();
    assertThat(rows.get(1).phase()).isEqualTo(Phase.IMPORT_BLOCKED);
    assertThat(rows.get(1).messages()).hasSize(1);
    assertThat(queue("sonarr/ruddarr-queue.json"))
        .anyMatch(row -> row.phase() == Phase.DOWNLOADING && row.timeLeft().isEmpty());
  }

  @Test
  void given_a_real_pack_when_read_then_its_rows_are_one_download_of_the_full_size()
      throws IOException {
    List<QueueItem> rows = queue("sonarr/ha-queue-season-pack.json");

    assertThat(rows).extracting(QueueItem::download).containsOnly(rows.get(0).download());
    assertThat(rows).extracting(QueueItem::size).containsOnly(84429221268.0);
    assertThat(rows).extracting(QueueItem::phase).containsOnly(Phase.PAUSED);
  }

  @Test
  void given_real_calendars_when_read_then_each_entry_has_a_day() throws IOException {
    Stream<CalendarEntry> movies =
        Arrays.stream(recorded("radarr/ruddarr-calendar.json", Movie[].class))
            .flatMap(movie -> RadarrTitles.entries(movie, LocalDate.MIN, LocalDate.MAX));
    SeriesNumbers numbers = new SeriesNumbers();
    Stream<CalendarEntry> episodes =
        Arrays.stream(recorded("sonarr/ruddarr-calendar.json", EpisodeItem[].class))
            .flatMap(
                item ->
                    numbers.id(item.series).flatMap(id -> SonarrTitles.entry(id, item)).stream());

    assertThat(movies.toList()).hasSizeGreaterThanOrEqualTo(5);
    assertThat(episodes.toList())
        .isNotEmpty()
        .allMatch(entry -> entry.airs().isPresent() && entry.episode() > 0);
  }

  @Test
  void given_a_real_refusal_when_read_then_its_rule_is_known() throws IOException {
    ArrValidationErrors errors =
        ArrValidationErrors.of(
            new BackendResponseException(
                "Sonarr", 400, text("sonarr/issue-7565-validation-400.json")));

    assertThat(errors.concerns("TvdbId")).isTrue();
    assertThat(errors.existsAlready()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "radarr/ruddarr-system-status.json",
        "radarr/ha-system-status.json",
        "sonarr/ha-system-status.json"
      })
  void given_a_real_server_when_it_introduces_itself_then_it_is_understood(String name)
      throws IOException {
    SystemStatus status = recorded(name, SystemStatus.class);

    assertThat(status.version).matches("[0-9.]+");
    assertThat(status.appName).isIn(null, "Radarr", "Sonarr");
  }

  private static void assertReadable(LookupResult result) {
    assertThat(result.name()).isNotBlank();
    assertThat(result.poster()).matches("|https://.+");
    assertThat(result.backdrop()).matches("|https://.+");
    assertThat(result.rating()).isBetween(0f, 10f);
  }

  private static List<QueueItem> queue(String name) throws IOException {
    return QueueItems.rows(List.of(recorded(name, QueueResource[].class)));
  }

  /** The recordings are lists, pages or single things. */
  private static <T> T recorded(String name, Class<T> type) throws IOException {
    String text = text(name);
    try (JsonReader reader = Json.createReader(new StringReader(text))) {
      JsonStructure all = reader.read();
      Optional<JsonObject> object =
          Optional.of(all).filter(JsonObject.class::isInstance).map(JsonObject.class::cast);
      if (object.filter(page -> page.containsKey("records")).isPresent()) {
        return JSON.fromJson(object.get().get("records").toString(), type);
      }
      if (type.isArray() && object.isPresent()) {
        return JSON.fromJson("[" + text + "]", type);
      }
      return JSON.fromJson(text, type);
    }
  }

  private static String text(String name) throws IOException {
    return Files.readString(ReferenceFiles.recording(name));
  }
}
