package com.stoganet.proxy.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.stoganet.proxy.media.TitleOrder.Place;
import com.stoganet.proxy.shared.ApiException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class CursorTest {

  static Stream<Place> places() {
    JellyfinId item = SampleTitles.id(7);
    return Stream.of(
        new Place("léon: the professional\n2", null, item),
        new Place("", null, item),
        new Place(null, -12L, item),
        new Place(null, Long.MAX_VALUE, item),
        new Place(null, null, item));
  }

  @ParameterizedTest
  @MethodSource("places")
  void given_a_cursor_when_written_and_read_then_it_is_the_same_place(Place place) {
    Cursor cursor = new Cursor("1f", -42, place);

    assertThat(Cursor.parse(cursor.text())).isEqualTo(cursor);
    assertThat(cursor.text()).matches("[A-Za-z0-9_-]+");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "40", "***", "bzotMQ", "bzo5OTk5OTk5OTk5OQ"})
  void given_a_cursor_nobody_gave_out_when_read_then_the_field_is_named(String text) {
    assertRefused(text);
  }

  @Test
  void given_a_cursor_with_numbers_too_large_when_read_then_the_field_is_named() {
    String item = SampleTitles.id(1).hex();

    assertRefused(encoded("1:1f:99999999999:" + item + ":n1"));
    assertRefused(encoded("1:1f:9999999999:" + item + ":n1"));
    assertRefused(encoded("1:1f:0:" + item + ":n9999999999999999999"));
    assertRefused(encoded("1:1f:0:" + item + ":x1"));
  }

  private static String encoded(String content) {
    return Base64.getUrlEncoder().encodeToString(content.getBytes(StandardCharsets.UTF_8));
  }

  private static void assertRefused(String text) {
    assertThatThrownBy(() -> Cursor.parse(text))
        .isInstanceOfSatisfying(
            ApiException.class,
            failure -> assertThat(failure.details()).containsEntry("field", "cursor"));
  }
}
