package com.stoganet.proxy.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.stoganet.proxy.shared.ApiException;
import com.stoganet.proxy.shared.ErrorCode;
import java.util.Map;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CatalogIdTest {

  private static final String HEX = "0123456789abcdef0123456789abcdef";

  @ParameterizedTest
  @ValueSource(strings = {"tmdb:movie:603", "tmdb:tv:1396", "jf:" + HEX, "tmdb:movie:9999999999"})
  void given_an_id_of_the_contract_when_parsed_then_it_is_written_the_same_way(String text) {
    assertThat(CatalogId.parse(text)).hasToString(text);
  }

  @Test
  void given_a_jellyfin_id_with_dashes_in_upper_case_when_parsed_then_it_is_normalised() {
    assertThat(CatalogId.parse("jf:01234567-89AB-CDEF-0123-456789ABCDEF")).hasToString("jf:" + HEX);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "603",
        "tmdb:603",
        "tmdb:movie:0",
        "tmdb:movie:007",
        "tmdb:movie:-1",
        "tmdb:movie:12345678901",
        "tmdb:person:1",
        "TMDB:movie:1",
        "jf:",
        "jf:../../System/Configuration",
        "jf:" + HEX + "0",
        "jf:0123456-789abcdef-0123456789abcdef",
        "jf:" + HEX + "\n",
        "jf:g123456789abcdef0123456789abcdef"
      })
  void given_anything_else_when_parsed_then_the_field_is_named(String text) {
    assertThatThrownBy(() -> CatalogId.parse(text))
        .asInstanceOf(InstanceOfAssertFactories.type(ApiException.class))
        .satisfies(
            failure -> {
              assertThat(failure.code()).isEqualTo(ErrorCode.VALIDATION_FAILED);
              assertThat(failure.details()).isEqualTo(Map.of("field", "id"));
            });
  }
}
