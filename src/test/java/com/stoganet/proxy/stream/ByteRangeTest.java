package com.stoganet.proxy.stream;

import static org.assertj.core.api.Assertions.assertThat;

import com.stoganet.proxy.stream.ByteRange.Span;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ByteRangeTest {

  private static final long TOTAL = 1_000;

  @ParameterizedTest
  @CsvSource({
    "bytes=0-0, 0, 1",
    "bytes=0-999, 0, 1000",
    "bytes=0-, 0, 1000",
    "bytes=999-, 999, 1",
    "bytes=990-2000, 990, 10",
    "bytes=-1, 999, 1",
    "bytes=-1000, 0, 1000",
    "bytes=-5000, 0, 1000",
    "BYTES=5-9, 5, 5",
    "' bytes = 5 - 9 ', 5, 5",
    "bytes=0-999999999999999999, 0, 1000",
    "bytes=100-9223372036854775807, 100, 900",
    "bytes=100-9223372036854775808, 100, 900",
    "bytes=100-99999999999999999999999999999999, 100, 900",
    "bytes=-9223372036854775808, 0, 1000",
    "bytes=-99999999999999999999, 0, 1000",
    "bytes=00000000000000000000-99, 0, 100",
    "bytes=000000000000000000000000000005-000000000000000000000000000009, 5, 5"
  })
  void given_one_range_when_applied_then_these_are_its_bytes_R25_B28(
      String header, long first, long length) {
    assertThat(ByteRange.parse(header).orElseThrow().of(TOTAL)).contains(new Span(first, length));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "bytes=1000-",
        "bytes=1000-1001",
        "bytes=-0",
        "bytes=99999999999999999-",
        "bytes=1000000000000000000-",
        "bytes=9223372036854775807-",
        "bytes=9223372036854775808-99999999999999999999",
        "bytes=-00000000000000000000"
      })
  void given_a_range_behind_the_end_when_applied_then_it_has_no_bytes_R25_B28(String header) {
    assertThat(ByteRange.parse(header).orElseThrow().of(TOTAL)).isEmpty();
  }

  @Test
  void given_an_empty_file_when_applied_then_no_range_has_bytes() {
    assertThat(ByteRange.parse("bytes=0-").orElseThrow().of(0)).isEmpty();
    assertThat(ByteRange.parse("bytes=-5").orElseThrow().of(0)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "bytes",
        "bytes=",
        "bytes=-",
        "bytes=a-b",
        "bytes=5-4",
        "bytes=0-1,3-4",
        "bytes=0-1,",
        "items=0-1",
        "bytes=+1-2",
        "bytes=0x1-2",
        "bytes=1-2-3",
        "bytes=9223372036854775809-9223372036854775808"
      })
  void given_several_ranges_or_nonsense_when_read_then_there_is_no_range(String header) {
    assertThat(ByteRange.parse(header)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"bytes=0-0", "bytes=5-", "bytes=-5"})
  void given_a_range_when_written_then_it_is_the_same_again(String header) {
    assertThat(ByteRange.parse(header).orElseThrow().header()).isEqualTo(header);
  }

  @Test
  void given_a_span_when_written_then_it_is_a_content_range() {
    assertThat(new Span(5, 10).header(TOTAL)).isEqualTo("bytes 5-14/1000");
  }
}
