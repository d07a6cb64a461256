package com.stoganet.proxy.http.edge;

import static org.assertj.core.api.Assertions.assertThat;

import com.stoganet.proxy.shared.QualityValues;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ContentCodingTest {

  @ParameterizedTest
  @ValueSource(
      strings = {"gzip", "deflate, gzip;q=0.5, br", "*", "*;q=0.1", "gzip, identity", "br;q=1,*"})
  void given_gzip_is_welcome_when_asked_then_it_is_accepted(String header) {
    assertThat(accepted(header)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "identity",
        "br",
        "gzip;q=0",
        "gzip;q=0, *",
        "*;q=0",
        "identity, gzip;q=0.5",
        "gzip;q=nonsense"
      })
  void given_gzip_is_not_welcome_when_asked_then_it_is_not_accepted(String header) {
    assertThat(accepted(header)).isFalse();
  }

  @Test
  void given_no_header_when_asked_then_gzip_is_not_accepted() {
    assertThat(ContentCoding.accepted(QualityValues.of(Collections.emptyEnumeration()))).isFalse();
  }

  @Test
  void given_a_body_when_compressed_then_it_is_smaller_and_the_same() throws IOException {
    byte[] body =
        "{\"title\":\"Lanterns\"}".repeat(500).getBytes(java.nio.charset.StandardCharsets.UTF_8);

    byte[] coded = ContentCoding.gzip(body);

    assertThat(coded.length).isLessThan(body.length / 10);
    try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(coded))) {
      assertThat(in.readAllBytes()).isEqualTo(body);
    }
  }

  @Test
  void given_up_to_a_kilobyte_when_asked_then_compression_is_not_worthwhile() {
    assertThat(ContentCoding.worthwhile(new byte[1024])).isFalse();
    assertThat(ContentCoding.worthwhile(new byte[1025])).isTrue();
  }

  private static boolean accepted(String header) {
    return ContentCoding.accepted(QualityValues.of(Collections.enumeration(List.of(header))));
  }
}
