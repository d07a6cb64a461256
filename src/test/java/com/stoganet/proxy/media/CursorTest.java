package com.stoganet.proxy.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.stoganet.proxy.shared.ApiException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CursorTest {

  @Test
  void given_a_cursor_when_written_and_read_then_it_is_the_same_place() {
    assertThat(Cursor.parse(new Cursor(120).text())).isEqualTo(new Cursor(120));
    assertThat(Cursor.parse(null)).isEqualTo(Cursor.START);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "40", "***", "bzotMQ", "bzo5OTk5OTk5OTk5OQ"})
  void given_a_cursor_nobody_gave_out_when_read_then_the_field_is_named(String text) {
    assertThatThrownBy(() -> Cursor.parse(text))
        .isInstanceOfSatisfying(
            ApiException.class,
            failure -> assertThat(failure.details()).containsEntry("field", "cursor"));
  }
}
