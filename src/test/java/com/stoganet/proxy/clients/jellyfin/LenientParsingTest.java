package com.stoganet.proxy.clients.jellyfin;

import static org.assertj.core.api.Assertions.assertThat;

import com.stoganet.proxy.clients.backend.TolerantJson;
import com.stoganet.proxy.clients.jellyfin.catalogue.ServerVersion;
import jakarta.json.bind.Jsonb;
import java.lang.reflect.Field;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Answers as no contract foresees them, but as they come. */
class LenientParsingTest {

  private static final Jsonb JSON = TolerantJson.ofCapitalNames();
  private static final String ID = "\"Id\":\"0123456789abcdef0123456789abcdef\"";

  static Stream<Class<?>> readTypes() {
    return Stream.of(
        BaseItem.class,
        BaseItem.UserData.class,
        BaseItem.Source.class,
        BaseItem.Stream.class,
        BaseItem.Person.class,
        BaseItem.Named.class,
        BaseItem.Trailer.class,
        ParentalRating.class,
        PublicSystemInfo.class);
  }

  @ParameterizedTest
  @MethodSource("readTypes")
  void given_null_everywhere_when_read_then_nothing_breaks(Class<?> type) {
    String json =
        Arrays.stream(type.getFields())
            .map(field -> "\"" + wireName(field) + "\":null")
            .collect(Collectors.joining(",", "{", ",\"Unknown\":{\"More\":[1,{}]}}"));

    assertThat(JSON.fromJson(json, type)).hasAllNullFieldsOrProperties();
  }

  @Test
  void given_an_item_with_nothing_but_its_id_when_mapped_then_everything_is_unknown() {
    for (String type : new String[] {"Movie", "Series", "Season", "Episode", "Video"}) {
      BaseItem item = item("{" + ID + ",\"Type\":\"" + type + "\",\"UserData\":{}}");

      assertThat(JellyfinItems.title(item).name()).isEmpty();
      assertThat(JellyfinItems.title(item).year()).isZero();
      assertThat(JellyfinItems.runtimeMillis(item)).isZero();
      assertThat(ItemEpisodes.episode(item, LocalDate.EPOCH).number()).isEqualTo(-1);
      assertThat(ItemDetails.video(List.of(item), versions(item), List.of()).sources()).isEmpty();
    }
  }

  @Test
  void given_a_track_with_nothing_when_mapped_then_it_is_left_out() {
    BaseItem item =
        item(
            "{"
                + ID
                + ",\"MediaSources\":[{"
                + ID
                + ",\"MediaStreams\":[{},{\"Type\":\"Subtitle\"},"
                + "{\"Type\":\"Subtitle\",\"Index\":3}]}]}");

    assertThat(ItemSources.all(item).get(0).subtitles())
        .singleElement()
        .satisfies(
            track -> {
              assertThat(track.index()).isEqualTo(3);
              assertThat(track.text()).isFalse();
              assertThat(track.language()).isEmpty();
            });
  }

  @ParameterizedTest
  @CsvSource({
    "2026-02-01T18:30:00.1234567Z, 2026-02-01T18:30:00.123456700Z",
    "2026-02-01T18:30:00.0000000Z, 2026-02-01T18:30:00Z",
    "2026-02-01T18:30:00Z, 2026-02-01T18:30:00Z",
    "2026-02-01T18:30:00.1234567, 2026-02-01T18:30:00.123456700Z",
    "2026-02-01T18:30:00.1234567+02:00, 2026-02-01T16:30:00.123456700Z",
    "2026-02-01T18:30:00-05:00, 2026-02-01T23:30:00Z",
    "2026-02-01, 2026-02-01T00:00:00Z"
  })
  void given_a_date_in_any_form_when_read_then_it_is_understood(String text, String instant) {
    assertThat(JellyfinDates.instant(text)).map(Object::toString).contains(instant);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "never", "2026-13-01T00:00:00Z", "0001-01-01T00:00:00.0000000Z"})
  void given_no_date_when_read_then_it_is_unknown(String text) {
    assertThat(JellyfinDates.instant(text)).isEmpty();
    assertThat(JellyfinDates.instant(null)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "eng, en",
    "ENG, en",
    "ger, de",
    "deu, de",
    "fre, fr",
    "fra, fr",
    "chi, zh",
    "zho, zh",
    "jpn, ja",
    "heb, he",
    "ind, id",
    "pob, pt-BR",
    "pt-br, pt-BR",
    "pt_BR, pt-BR",
    "en-US, en-US",
    "en, en",
    "fil, fil",
    "English, en",
    "german, de",
    "Klingonish, ''",
    "English (forced), ''",
    "xx, ''",
    "mis, ''",
    "unk, ''",
    "und, ''",
    "'', ''",
    "' ', ''",
    "*, ''"
  })
  void given_a_language_when_read_then_it_is_a_tag_B36(String language, String tag) {
    assertThat(Languages.tag(language)).isEqualTo(tag);
    assertThat(Languages.tag(null)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "SDR, SDR",
    "HDR10, HDR10",
    "HDR10Plus, HDR10_PLUS",
    "HLG, HLG",
    "DOVI, DOLBY_VISION",
    "DOVIWithHDR10, DOLBY_VISION",
    "Unknown, ",
    "Newer, "
  })
  void given_a_video_range_when_read_then_it_is_one_of_ours_or_unknown(String type, String hdr) {
    BaseItem item =
        item(
            "{%s,\"MediaSources\":[{%s,\"MediaStreams\":[{\"Type\":\"Video\",\"VideoRangeType\":\"%s\"}]}]}"
                .formatted(ID, ID, type));

    assertThat(ItemSources.all(item).get(0).hdr().map(Enum::name).orElse(null)).isEqualTo(hdr);
  }

  @ParameterizedTest
  @CsvSource({
    "10.10.7, false",
    "10.11.0, true",
    "10.11.11, true",
    "12.0.0, true",
    "9.9, false",
    "x, false"
  })
  void given_a_version_when_read_then_it_is_known_what_it_can(String version, boolean tells) {
    assertThat(ServerVersion.parse(version).findsByDateOfChange()).isEqualTo(tells);
    assertThat(ServerVersion.parse(null).findsByDateOfChange()).isFalse();
  }

  private static String wireName(Field field) {
    return field.getName().substring(0, 1).toUpperCase(Locale.ROOT) + field.getName().substring(1);
  }

  private static BaseItem item(String json) {
    return JSON.fromJson(json, BaseItem.class);
  }

  private static ItemVersions versions(BaseItem item) {
    return new ItemVersions(List.of(item), List.of(), Map.of());
  }
}
