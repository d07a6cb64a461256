package com.stoganet.proxy.stream;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OpenStreamsTest {

  @ParameterizedTest
  @CsvSource({
    "0, 262144",
    "1, 131072",
    "255, 131072",
    "299, 98304",
    "511, 65536",
    "999, 32768",
    "9999, 32768"
  })
  void given_so_many_streams_when_another_begins_then_its_buffer_is_as_large_as_memory_allows(
      int others, int bytes) {
    assertThat(OpenStreams.bufferBytes(others)).isEqualTo(bytes);
  }
}
