package com.stoganet.proxy.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.stoganet.proxy.auth.SessionEnded;
import com.stoganet.proxy.auth.SessionStarted;
import com.stoganet.proxy.events.Happening;
import org.junit.jupiter.api.Test;

class EventMapperTest {

  private final EventMapper mapper = new EventMapper();

  @Test
  void given_what_can_happen_when_told_then_it_is_an_object_on_one_line() {
    assertThat(json(null)).isEqualTo("{}");
    assertThat(json(new SessionStarted("s1", "u1", "TV\n\"of\" Ada")))
        .isEqualTo("{\"device_label\":\"TV\\n\\\"of\\\" Ada\",\"session_id\":\"s1\"}");
    assertThat(json(new SessionEnded("s1", "u1"))).isEqualTo("{\"session_id\":\"s1\"}");
  }

  @Test
  void given_something_without_words_when_told_then_it_fails() {
    assertThatThrownBy(() -> json(7)).isInstanceOf(IllegalArgumentException.class);
  }

  private String json(Object subject) {
    return mapper.json(new Happening("x", subject, Happening.forEverybody()));
  }
}
