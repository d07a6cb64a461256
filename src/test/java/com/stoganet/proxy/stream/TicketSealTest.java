package com.stoganet.proxy.stream;

import static org.assertj.core.api.Assertions.assertThat;

import com.stoganet.proxy.config.Settings;
import com.stoganet.proxy.media.JellyfinId;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TicketSealTest {

  private static final String KEY = "kq8Zr2Vw7LxTn5Bd9GyHm3Pc6JsFa1Ue4RtYi0Oo";
  private static final Ticket TICKET =
      new Ticket(
          Ticket.Kind.SUBTITLES,
          UUID.fromString("00000000-0000-4000-8000-000000000001"),
          UUID.fromString("00000000-0000-4000-8000-000000000002"),
          new JellyfinId(3, -4),
          new JellyfinId(-5, 6),
          Instant.parse("2026-11-24T12:00:00Z"));

  private final TicketSeal seal = seal(Map.of("JWT_SIGNING_KEY", KEY));

  @Test
  void given_a_ticket_when_written_then_it_fits_into_a_path_and_is_read_again() {
    String text = seal.write(TICKET);

    assertThat(text).matches("[A-Za-z0-9_-]{140}");
    assertThat(seal.read(text)).contains(TICKET);
  }

  @Test
  void given_any_letter_changed_when_read_then_it_is_no_ticket() {
    String text = seal.write(TICKET);
    for (int i = 0; i < text.length(); i++) {
      char other = text.charAt(i) == 'A' ? 'B' : 'A';
      assertThat(seal.read(text.substring(0, i) + other + text.substring(i + 1)))
          .as("letter " + i)
          .isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "x", "%", "====", "eyJhbGciOiJIUzI1NiJ9.e30.x"})
  void given_anything_else_when_read_then_it_is_no_ticket(String text) {
    assertThat(seal.read(text)).isEmpty();
    assertThat(seal.read(seal.write(TICKET) + text).isPresent()).isEqualTo(text.isEmpty());
  }

  @Test
  void given_another_key_when_read_then_only_that_of_a_change_of_keys_counts() {
    String text = seal.write(TICKET);

    assertThat(seal(Map.of("JWT_SIGNING_KEY", KEY + "!")).read(text)).isEmpty();
    assertThat(
            seal(Map.of("JWT_SIGNING_KEY", KEY + "!", "JWT_SIGNING_KEY_PREVIOUS", KEY)).read(text))
        .contains(TICKET);
  }

  private static TicketSeal seal(Map<String, String> environment) {
    return new TicketSeal(Settings.read(name -> Optional.ofNullable(environment.get(name))));
  }
}
