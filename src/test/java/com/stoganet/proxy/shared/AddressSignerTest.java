package com.stoganet.proxy.shared;

import static org.assertj.core.api.Assertions.assertThat;

import com.stoganet.proxy.shared.AddressSigner.Grant;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AddressSignerTest {

  private static final byte[] KEY = Hmac.derivedKey("a secret of this test", "one");
  private static final byte[] OTHER = Hmac.derivedKey("a secret of this test", "two");
  private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");

  private final AddressSigner signer = new AddressSigner(List.of(KEY));

  private static Grant grant(int ids) {
    return new Grant((byte) 7, NOON, Stream.generate(() -> new UUID(-1, 2)).limit(ids).toList());
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 4})
  void given_a_grant_when_written_then_it_fits_into_an_address_and_is_read_again(int ids) {
    String ticket = signer.ticket(grant(ids));

    assertThat(ticket).matches("[A-Za-z0-9_-]{43,}");
    assertThat(signer.grant(ticket)).contains(grant(ids));
  }

  @Test
  void given_any_letter_changed_when_read_then_it_is_nothing() {
    String ticket = signer.ticket(grant(1));
    for (int i = 0; i < ticket.length(); i++) {
      char other = ticket.charAt(i) == 'A' ? 'B' : 'A';
      assertThat(signer.grant(ticket.substring(0, i) + other + ticket.substring(i + 1)))
          .as("letter " + i)
          .isEmpty();
    }
  }

  @Test
  void given_another_spelling_of_the_same_bytes_when_read_then_it_is_nothing() {
    // 73 bytes leave four bits of the last letter unused.
    String ticket = signer.ticket(grant(2));
    char last = ticket.charAt(ticket.length() - 1);
    String respelled = ticket.substring(0, ticket.length() - 1) + (char) (last + 1);

    assertThat(Base64.getUrlDecoder().decode(respelled))
        .isEqualTo(Base64.getUrlDecoder().decode(ticket));
    assertThat(signer.grant(respelled)).isEmpty();
    assertThat(signer.grant(ticket + "==")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 8, 10, 24})
  void given_our_own_code_of_something_else_when_read_then_it_is_nothing(int length) {
    byte[] content = new byte[length];
    byte[] code = Hmac.of(KEY, content);
    byte[] both = new byte[length + code.length];
    System.arraycopy(code, 0, both, length, code.length);

    assertThat(signer.grant(Base64.getUrlEncoder().withoutPadding().encodeToString(both)))
        .isEmpty();
  }

  @Test
  void given_the_key_of_another_purpose_when_read_then_it_is_nothing() {
    String ticket = signer.ticket(grant(1));

    assertThat(new AddressSigner(List.of(OTHER)).grant(ticket)).isEmpty();
    assertThat(new AddressSigner(List.of(OTHER, KEY)).grant(ticket)).contains(grant(1));
  }

  @Test
  void given_a_grant_when_its_time_is_over_then_it_has_expired() {
    assertThat(grant(1).hasExpired(NOON)).isFalse();
    assertThat(grant(1).hasExpired(NOON.plusMillis(1))).isTrue();
  }

  /** {@code printf 'a/b' | openssl dgst -sha256 -mac HMAC -macopt key:key -binary | head -c 16}. */
  @Test
  void given_a_text_when_signed_then_apps_may_keep_the_address_for_ever() {
    AddressSigner known =
        new AddressSigner(List.of("key".getBytes(java.nio.charset.StandardCharsets.UTF_8)));

    assertThat(known.signature("a/b")).isEqualTo("_CoYtGmPg-7_IR7JLfXPbA");
    assertThat(known.signed("_CoYtGmPg-7_IR7JLfXPbA", "a/b")).isTrue();
    assertThat(known.signed("_CoYtGmPg-7_IR7JLfXPbA", "a/c")).isFalse();
    assertThat(AddressSigner.SIGNATURE.matcher("_CoYtGmPg-7_IR7JLfXPbA").matches()).isTrue();
  }
}
