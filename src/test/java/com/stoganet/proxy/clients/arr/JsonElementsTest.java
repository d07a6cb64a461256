package com.stoganet.proxy.clients.arr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.json.JsonException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonElementsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "[] | ``",
        "[1] | 1",
        "[null,{\"a\":[1,{}]},[[2],3]] | null;{\"a\":[1,{}]};[[2],3]",
        "[\"a,b]\",\"]\"] | \"a,b]\";\"]\"",
        "[\"\\\"]\",\"\\\\\",{\"}\":\"{[\"}] | \"\\\"]\";\"\\\\\";{\"}\":\"{[\"}",
        "[\"\u00e9\u6f22\ud83c\udfac\"] | \"\u00e9\u6f22\ud83c\udfac\"",
        "[1] and more | 1"
      })
  void given_an_array_when_cut_then_each_element_is_as_it_was_sent(String json, String elements)
      throws IOException {
    assertThat(String.join(";", cut(json))).isEqualTo(elements);
  }

  @Test
  void given_space_around_everything_when_cut_then_it_does_not_matter() throws IOException {
    assertThat(cut("\r\n\t [ \r\n ]\n")).isEmpty();
    assertThat(cut(" [\n1 ,\n2\n]")).map(String::strip).containsExactly("1", "2");
  }

  @Test
  void given_elements_longer_than_any_buffer_when_cut_then_they_are_whole() throws IOException {
    String longOne = "\"" + "\u00e9]".repeat(100_000) + "\"";
    String json = "[" + longOne + ",7," + longOne + "]";

    assertThat(cut(json)).containsExactly(longOne, "7", longOne);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", " ", "{}", "null", "<html>", "[", "[1", "[1,", "[{]", "[\"]", "[\"\\", "[[]"})
  void given_something_else_or_half_of_it_when_cut_then_it_is_refused(String json) {
    assertThatThrownBy(() -> cut(json)).isInstanceOf(JsonException.class);
  }

  private static List<String> cut(String json) throws IOException {
    JsonElements elements =
        new JsonElements(new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)));
    List<String> all = new ArrayList<>();
    for (String next = elements.next(); next != null; next = elements.next()) {
      all.add(next);
    }
    return all;
  }
}
