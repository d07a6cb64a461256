package com.stoganet.proxy.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IfNoneMatchTest {

  @ParameterizedTest
  @ValueSource(
      strings = {"\"abc\"", "W/\"abc\"", "\"x\", \"abc\"", "\"x\",W/\"abc\" , \"y\"", "*", " * "})
  void given_a_tag_in_the_list_when_asked_then_the_client_has_it(String header) {
    assertThat(of(header).contain("\"abc\"")).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"abcd\"", "abc", "\"ABC\"", "\"*\"", "\"abc", "", "\"x*\""})
  void given_other_tags_or_nonsense_when_asked_then_the_client_does_not_have_it(String header) {
    assertThat(of(header).contain("\"abc\"")).isFalse();
  }

  @Test
  void given_several_headers_when_asked_then_all_of_them_count() {
    assertThat(of("\"x\"", "\"abc\"").contain("\"abc\"")).isTrue();
    assertThat(of().contain("\"abc\"")).isFalse();
  }

  private static IfNoneMatch of(String... headers) {
    return IfNoneMatch.of(Collections.enumeration(List.of(headers)));
  }
}
