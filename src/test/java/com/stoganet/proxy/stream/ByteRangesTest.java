package com.stoganet.proxy.stream;

import static org.assertj.core.api.Assertions.assertThat;

import com.stoganet.proxy.stream.MediaSource.ByteRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ByteRangesTest {

  private static final String DATE = "Fri, 02 Jan 2026 03:04:05 GMT";

  @ParameterizedTest
  @ValueSource(strings = {"bytes=0-0", "bytes=5-", "bytes=-5", "bytes=0-999999999999999999"})
  void given_one_range_when_read_then_it_is_handed_on_as_it_is(String range) {
    assertThat(ByteRanges.of(false, range, null)).isEqualTo(new ByteRequest(false, range, null));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "bytes=", "bytes=-", "bytes=a-b", "bytes=0-1,3-4", "items=0-1", "bytes=0 -1"})
  void given_several_ranges_or_nonsense_when_read_then_the_whole_file_is_meant(String range) {
    assertThat(ByteRanges.of(true, range, null)).isEqualTo(new ByteRequest(true, null, null));
  }

  @Test
  void given_head_when_read_then_a_range_means_nothing() {
    assertThat(ByteRanges.of(true, "bytes=0-1", null)).isEqualTo(new ByteRequest(true, null, null));
  }

  @Test
  void given_a_condition_when_it_is_a_date_then_jellyfin_judges_it() {
    assertThat(ByteRanges.of(false, "bytes=1-2", DATE))
        .isEqualTo(new ByteRequest(false, "bytes=1-2", DATE));
  }

  @Test
  void given_a_condition_when_it_is_an_entity_tag_then_it_cannot_hold() {
    assertThat(ByteRanges.of(false, "bytes=1-2", "\"tag\""))
        .isEqualTo(new ByteRequest(false, null, null));
  }
}
