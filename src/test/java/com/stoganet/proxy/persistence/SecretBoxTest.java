package com.stoganet.proxy.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.stoganet.proxy.config.Settings;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SecretBoxTest {

  private final SecretBox box = box("kq8Zr2Vw7LxTn5Bd9GyHm3Pc6JsFa1Ue4RtYi0Oo");

  @Test
  void given_a_sealed_secret_when_opened_for_its_row_then_it_comes_back() {
    assertThat(box.open(box.seal("tøken", "row-1"), "row-1")).isEqualTo("tøken");
  }

  @Test
  void given_a_secret_when_sealed_twice_then_nothing_shows_that_it_is_the_same() {
    byte[] first = box.seal("token", "row-1");

    assertThat(first).isNotEqualTo(box.seal("token", "row-1"));
    assertThat(new String(first, StandardCharsets.ISO_8859_1)).doesNotContain("token");
  }

  @Test
  void given_a_sealed_secret_when_moved_changed_or_met_with_another_key_then_it_stays_shut() {
    byte[] sealed = box.seal("token", "row-1");
    byte[] changed = sealed.clone();
    changed[changed.length - 1] ^= 1;

    assertThatThrownBy(() -> box.open(sealed, "row-2")).isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> box.open(changed, "row-1")).isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> box("another-Zr2Vw7LxTn5Bd9GyHm3Pc6JsFa1Ue4").open(sealed, "row-1"))
        .isInstanceOf(IllegalStateException.class);
  }

  private static SecretBox box(String key) {
    Map<String, String> environment = Map.of("JWT_SIGNING_KEY", key);
    return new SecretBox(Settings.read(name -> Optional.ofNullable(environment.get(name))));
  }
}
