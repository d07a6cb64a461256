package com.stoganet.proxy.clients.jellyfin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.stoganet.proxy.clients.backend.OddJson;
import com.stoganet.proxy.clients.backend.TolerantJson;
import com.stoganet.proxy.media.JellyfinId;
import com.stoganet.proxy.shared.ApiException;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonStructure;
import jakarta.json.bind.JsonbException;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What real servers answered, with one odd value in it at a time. */
class OddAnswersTest {

  private static final TolerantJson JSON = TolerantJson.ofCapitalNames();
  private static final Path RECORDINGS = Path.of("src/test/resources/recordings/jellyfin");
  private static final LocalDate TODAY = LocalDate.of(2026, 6, 1);
  private static final String ID = "05aa05aa05aa05aa05aa05aa05aa05aa";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "rec-12.0",
        "rec-12.0-library",
        "rec-10.11",
        "rec-10.11-library",
        "rec-10.10",
        "rec-10.10-library"
      })
  void given_an_odd_value_anywhere_in_a_page_when_read_then_the_neighbours_are_there_B05(
      String recording) {
    Set<String> seen = new HashSet<>();
    answers(recording)
        .filter(answer -> answer instanceof JsonObject page && page.containsKey("Items"))
        .forEach(answer -> checkPage(answer.asJsonObject(), seen));
    assertThat(seen).hasSizeGreaterThan(50);
  }

  @ParameterizedTest
  @ValueSource(strings = {"rec-12.0", "rec-12.0-library", "rec-10.11-library", "rec-10.10"})
  void given_an_odd_value_anywhere_in_an_item_when_read_then_nothing_breaks_B05(String recording) {
    Set<String> seen = new HashSet<>();
    answers(recording)
        .filter(answer -> answer instanceof JsonObject item && item.containsKey("Type"))
        .flatMap(answer -> OddJson.all(answer, seen).stream())
        .forEach(
            odd ->
                assertThat(
                        catchThrowable(() -> translate(JSON.fromJson(odd.json(), BaseItem.class))))
                    .as(odd.place())
                    .satisfies(OddAnswersTest::isUnknownItemAtMost));
    assertThat(seen).hasSizeGreaterThan(100);
  }

  @ParameterizedTest
  @ValueSource(strings = {"rec-12.0", "rec-10.11", "rec-10.10"})
  void given_an_odd_value_anywhere_in_the_newest_when_read_then_the_neighbours_are_there_B05(
      String recording) {
    Set<String> seen = new HashSet<>();
    answers(recording)
        .filter(JsonArray.class::isInstance)
        .flatMap(answer -> OddJson.all(answer, seen).stream())
        .forEach(
            odd -> {
              JsonObject page = Json.createObjectBuilder().add("Items", array(odd.json())).build();
              assertThatCode(
                      () -> page(page.toString()).stream().forEach(OddAnswersTest::translate))
                  .as(odd.place())
                  .doesNotThrowAnyException();
            });
    assertThat(seen).isNotEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "Genres | [null,'Drama']",
        "BackdropImageTags | [null]",
        "People | [null]",
        "Taglines | [null,'']",
        "Studios | [null]",
        "MediaSources | [null]",
        "MediaSources | [{'Id':'05aa05aa05aa05aa05aa05aa05aa05aa','MediaStreams':[null]}]",
        "RemoteTrailers | [null]",
        "RunTimeTicks | 9223372036854775807",
        "RunTimeTicks | -1",
        "ProductionYear | '2020'",
        "ProductionYear | {}",
        "CommunityRating | 'NaN'",
        "ProviderIds | {'Tmdb':50700}",
        "ProviderIds | [1]",
        "UserData | null",
        "UserData | 'x'",
        "Name | null",
        "Name | 1917"
      })
  void given_one_odd_member_when_read_then_the_item_and_its_neighbour_are_there_B05(
      String member, String value) {
    String item =
        "{\"Id\":\"%s\",\"Type\":\"Movie\",\"%s\":%s}"
            .formatted(ID, member, value.replace('\'', '"'));
    ItemPage page = page("{\"Items\":[" + item + ",{\"Id\":\"" + "06".repeat(16) + "\"}]}");

    assertThat(page.stream()).hasSize(2).allSatisfy(OddAnswersTest::translate);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "null",
        "{}",
        "[]",
        "7",
        "\"x\"",
        "{\"Id\":null}",
        "{\"Id\":\"\"}",
        "{\"Id\":{}}",
        "{\"Id\":\"../x\",\"Name\":\"Odd\"}"
      })
  void given_an_item_without_an_id_when_read_then_it_alone_is_left_out_and_counted_B05(String odd) {
    ItemPage page =
        page("{\"Items\":[" + odd + ",{\"Id\":\"" + ID + "\"}],\"TotalRecordCount\":2}");

    assertThat(page.stream()).singleElement().extracting(item -> item.id).isEqualTo(ID);
    assertThat(page.size()).as("where the next page starts").isEqualTo(2);
    assertThat(page.skipped()).isOne();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "[]",
        "{\"Items\":null,\"TotalRecordCount\":0}",
        "{\"Items\":{}}",
        "{\"Items\":\"x\"}",
        "{\"TotalRecordCount\":3}"
      })
  void given_a_page_without_a_list_when_read_then_it_is_no_page_B05(String answer) {
    assertThatThrownBy(() -> page(answer)).isInstanceOf(JsonbException.class);
  }

  private static void checkPage(JsonObject recorded, Set<String> seen) {
    List<String> ids = page(recorded.toString()).stream().map(item -> item.id).toList();
    for (OddJson.Odd odd : OddJson.all(recorded, seen)) {
      if (!(structure(odd.json()) instanceof JsonObject answer
          && answer.get("Items") instanceof JsonArray)) {
        assertThatThrownBy(() -> page(odd.json())).isInstanceOf(JsonbException.class);
        continue;
      }
      ItemPage page = page(odd.json());
      assertThatCode(() -> page.stream().forEach(OddAnswersTest::translate))
          .as(odd.place())
          .doesNotThrowAnyException();
      if (odd.place().startsWith("/Items/")) {
        String index = odd.place().split("[/:]", 4)[2];
        Set<String> neighbours = new HashSet<>(ids);
        neighbours.remove(ids.get(Integer.parseInt(index)));
        assertThat(page.stream().map(item -> item.id)).as(odd.place()).containsAll(neighbours);
      }
    }
  }

  /** Everything that the proxy makes of an item. */
  private static void translate(BaseItem item) {
    JellyfinId id = JellyfinItems.id(item);
    assertThat(JellyfinItems.title(item).item()).isEqualTo(id);
    assertThat(JellyfinItems.title(item).year()).isBetween(0, 9999);
    assertThat(JellyfinItems.title(item).rating()).isBetween(0f, 10f);
    assertThat(JellyfinItems.title(item).genres()).doesNotContainNull();
    assertThat(JellyfinItems.runtimeMillis(item)).isNotNegative();
    assertThat(JellyfinItems.progress(item).positionMillis()).isNotNegative();
    assertThat(JellyfinItems.lastPlayed(item)).isNotEqualTo(Instant.MAX);
    ItemVersions versions = new ItemVersions(List.of(item), List.of(), Map.of());
    assertThat(ItemDetails.video(List.of(item), versions, List.of()).about().cast())
        .doesNotContainNull();
    assertThat(ItemSources.all(item)).doesNotContainNull();
    assertThat(ItemEpisodes.episode(item, TODAY).id()).isEqualTo(id);
    MergedShow show = new MergedShow(List.of(item));
    assertThat(show.parts(List.of(item)))
        .allSatisfy(part -> assertThat(ItemEpisodes.season(part).name()).isNotEmpty());
    if (JellyfinId.parse(JellyfinItems.text(item.seriesId)).isPresent()) {
      assertThat(JellyfinItems.seriesOf(item).name()).isNotNull();
    }
  }

  /** Without its id a single item is nothing: 502, never 500. */
  private static void isUnknownItemAtMost(Throwable failure) {
    if (failure != null) {
      assertThat(failure).isInstanceOf(ApiException.class);
      assertThat(((ApiException) failure).status()).isEqualTo(502);
    }
  }

  private static ItemPage page(String json) {
    return JSON.fromJson(json, ItemPage.class);
  }

  private static JsonArray array(String json) {
    return (JsonArray) structure(json);
  }

  private static JsonStructure structure(String json) {
    try (JsonReader reader = Json.createReader(new StringReader(json))) {
      return reader.read();
    }
  }

  /** The bodies of all recorded answers that are an object or a list. */
  private static Stream<JsonStructure> answers(String recording) {
    try (Stream<Path> files = Files.list(RECORDINGS.resolve(recording))) {
      return files.sorted().toList().stream()
          .map(OddAnswersTest::read)
          .map(
              exchange ->
                  exchange.containsKey("response") ? exchange.getJsonObject("response") : exchange)
          .map(answer -> answer.get("body"))
          .filter(JsonStructure.class::isInstance)
          .map(JsonStructure.class::cast);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static JsonObject read(Path file) {
    try {
      return (JsonObject) structure(Files.readString(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
