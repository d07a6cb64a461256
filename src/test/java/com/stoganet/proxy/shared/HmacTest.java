package com.stoganet.proxy.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class HmacTest {

  /**
   * The third example of RFC 5869, whose salt and info are empty: the first block of its output.
   */
  @Test
  void given_the_example_of_the_rfc_when_derived_then_the_key_is_the_one_written_there() {
    byte[] secret = new byte[22];
    Arrays.fill(secret, (byte) 0x0b);

    assertThat(HexFormat.of().formatHex(Hmac.derivedKey(secret, "")))
        .isEqualTo("8da4e775a563c18f715f802a063c5a31b8a11f5c5ee1879ec3454e5f3c738d2d");
  }

  @Test
  void given_one_secret_when_used_for_two_purposes_then_the_keys_have_nothing_in_common() {
    assertThat(Hmac.derivedKey("secret", "one")).isNotEqualTo(Hmac.derivedKey("secret", "two"));
    assertThat(Hmac.fingerprint(new byte[32], "one"))
        .matches("[A-Za-z0-9_-]{12}")
        .isNotEqualTo(Hmac.fingerprint(new byte[32], "two"));
  }
}
