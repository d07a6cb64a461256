package com.stoganet.proxy.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SealTest {

  private static final byte[] KEY = Hmac.derivedKey("a secret of this test", "one");
  private static final byte[] OTHER = Hmac.derivedKey("a secret of this test", "two");

  private final Seal seal = new Seal(List.of(KEY));

  @ParameterizedTest
  @ValueSource(strings = {"", "x", "some content"})
  void given_a_content_when_sealed_then_it_is_read_again(String text) {
    byte[] content = text.getBytes(StandardCharsets.UTF_8);

    assertThat(seal.write(content)).matches("[A-Za-z0-9_-]{43,}");
    assertThat(seal.read(seal.write(content))).hasValue(content);
  }

  @Test
  void given_any_letter_changed_when_read_then_it_is_nothing() {
    String text = seal.write(new byte[] {1, 2, 3});
    for (int i = 0; i < text.length(); i++) {
      char other = text.charAt(i) == 'A' ? 'B' : 'A';
      assertThat(seal.read(text.substring(0, i) + other + text.substring(i + 1)))
          .as("letter " + i)
          .isEmpty();
    }
  }

  @Test
  void given_another_spelling_of_the_same_bytes_when_read_then_it_is_nothing() {
    // 34 bytes leave four bits of the last letter unused.
    String text = seal.write(new byte[] {1, 2});
    char last = text.charAt(text.length() - 1);
    String respelled = text.substring(0, text.length() - 1) + (char) (last + 1);

    assertThat(java.util.Base64.getUrlDecoder().decode(respelled))
        .isEqualTo(java.util.Base64.getUrlDecoder().decode(text));
    assertThat(seal.read(respelled)).isEmpty();
    assertThat(seal.read(text + "==")).isEmpty();
  }

  @Test
  void given_the_key_of_another_purpose_when_read_then_it_is_nothing() {
    String text = seal.write(new byte[] {1});

    assertThat(new Seal(List.of(OTHER)).read(text)).isEmpty();
    assertThat(new Seal(List.of(OTHER, KEY)).read(text)).hasValue(new byte[] {1});
  }
}
