package com.stoganet.proxy.http.auth;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EmailAddressTest {

  /** The rule of HTML for input fields, which most apps have too, and the dots of RFC 5321. */
  private static final String VALID =
      "(?!.*\\.\\.)(?!\\.)[a-z0-9.!#$%&'*+/=?^_`{|}~A-Z-]{1,64}(?<!\\.)@jellyfin\\.local";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      ignoreLeadingAndTrailingWhitespace = false,
      value = {
        "demo|demo",
        "Anna.Berg-1_x+y|anna.berg-1_x+y",
        "a b|a%20b",
        "trail |trail%20",
        "dom\\anna|dom%5Canna",
        "Zoë|zo%C3%AB",
        "me@home|me%40home",
        "o'hara|o%27hara",
        "..a..b.|%2E%2Ea.%2Eb%2E",
        ".|%2E",
        "a*b|a%2Ab",
        "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx|the-id",
      })
  void given_any_name_when_an_address_is_made_of_it_then_it_is_valid_B34(
      String name, String local) {
    String address = EmailAddress.of(name, "the-id");

    assertThat(address).isEqualTo(local + "@jellyfin.local").matches(VALID);
  }
}
