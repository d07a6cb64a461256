package com.stoganet.proxy.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QualityValuesTest {

  @Test
  void given_names_with_and_without_weights_when_read_then_each_has_its_own() {
    QualityValues read = of("image/avif, Image/WebP;v=1;q=0.25", "*/*;Q=0.8");

    assertThat(read.weight("image/avif")).hasValue(1);
    assertThat(read.weight("image/webp")).hasValue(0.25);
    assertThat(read.weight("*/*")).hasValue(0.8);
    assertThat(read.weight("image/png")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"gzip;q=0", "gzip; q=0.000", "gzip;q=x", "gzip;q=", "gzip;q=7", "br", ""})
  void given_a_refusal_or_nonsense_when_asked_then_it_is_not_accepted(String header) {
    assertThat(of(header).accepts("gzip")).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"gzip", "br, gzip", "GZIP ; q=0.001", "gzip;q=1.0,br;q=0"})
  void given_a_name_when_it_is_not_refused_then_it_is_accepted(String header) {
    assertThat(of(header).accepts("gzip")).isTrue();
  }

  @Test
  void given_no_header_when_read_then_nothing_is_mentioned() {
    assertThat(of().weight("gzip")).isEmpty();
  }

  private static QualityValues of(String... headers) {
    return QualityValues.of(Collections.enumeration(List.of(headers)));
  }
}
