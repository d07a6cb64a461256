package com.stoganet.proxy.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.stoganet.proxy.config.Settings;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SecretBoxTest {

  private static final String KEY = "kq8Zr2Vw7LxTn5Bd9GyHm3Pc6JsFa1Ue4RtYi0Oo";
  private static final String OTHER = "another-Zr2Vw7LxTn5Bd9GyHm3Pc6JsFa1Ue4";

  private final SecretBox box = box(KEY);

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
    assertThatThrownBy(() -> box(OTHER).open(sealed, "row-1"))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void given_any_key_of_before_when_still_known_then_it_opens_and_the_newest_one_seals() {
    byte[] sealed = box.seal("token", "row-1");

    for (Map<String, String> keys :
        List.of(
            Map.of("JWT_SIGNING_KEY", OTHER, "JWT_SIGNING_KEY_PREVIOUS", KEY),
            Map.of("JWT_SIGNING_KEY", KEY, "DATA_KEY", OTHER),
            Map.of("JWT_SIGNING_KEY", OTHER, "DATA_KEY", OTHER, "JWT_SIGNING_KEY_PREVIOUS", KEY),
            Map.of("JWT_SIGNING_KEY", OTHER, "DATA_KEY", OTHER, "DATA_KEY_PREVIOUS", KEY))) {
      SecretBox next = box(keys);
      assertThat(next.open(sealed, "row-1")).isEqualTo("token");
      byte[] renewed = next.renewed(sealed, "row-1").orElseThrow();
      assertThat(box(OTHER).open(renewed, "row-1")).isEqualTo("token");
      assertThat(next.renewed(renewed, "row-1")).as("it is already").isEmpty();
    }
  }

  @Test
  void given_what_no_key_opens_when_to_be_renewed_then_it_stays_as_it_is() {
    assertThat(box(OTHER).renewed(box.seal("token", "row-1"), "row-1")).isEmpty();
    assertThat(box.renewed(new byte[3], "row-1")).isEmpty();
    assertThat(box.renewed(box.seal("token", "row-1"), "row-2")).isEmpty();
  }

  private static SecretBox box(String key) {
    return box(Map.of("JWT_SIGNING_KEY", key));
  }

  private static SecretBox box(Map<String, String> keys) {
    return new SecretBox(Settings.read(name -> Optional.ofNullable(keys.get(name))));
  }
}
