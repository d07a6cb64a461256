package com.stoganet.proxy.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.stoganet.proxy.shared.ApiException;
import com.stoganet.proxy.shared.Caller;
import com.stoganet.proxy.shared.ClientAddress;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ListenersTest {

  private static final int PER_USER = 10;
  private static final int TOTAL = 500;

  private final Listeners listeners = new Listeners(ClientEvent::type, null, null);

  @Test
  void given_as_many_listeners_as_one_may_have_when_another_comes_then_it_is_refused() {
    List<Listener> own = new ArrayList<>();
    assertThat(listeners.anybody()).isFalse();
    for (int i = 0; i < PER_USER; i++) {
      own.add(enter("ada"));
    }

    refused("ada");
    enter("bob");
    assertThat(listeners.count()).isEqualTo(PER_USER + 1);
    assertThat(listeners.anybody()).isTrue();
    listeners.leave(own.get(3));
    enter("ada");
  }

  @Test
  void given_as_many_listeners_as_there_may_be_when_another_comes_then_it_is_refused() {
    for (int i = 0; i < TOTAL; i++) {
      enter("user" + i);
    }

    refused("somebody");
    assertThat(listeners.count()).isEqualTo(TOTAL);
  }

  @Test
  void given_a_proxy_that_stops_when_somebody_comes_then_nobody_is_let_in() {
    listeners.stop(new Object());

    ApiException refusal = catchThrowableOfType(ApiException.class, () -> enter("ada"));

    assertThat(refusal.status()).isEqualTo(503);
  }

  @Test
  void given_a_happening_without_words_when_it_happens_then_what_caused_it_does_not_fail() {
    Listeners wordless =
        new Listeners(
            event -> {
              throw new IllegalStateException("no words");
            },
            null,
            null);

    assertThatCode(() -> wordless.send(new ClientEvent.LibraryChanged()))
        .doesNotThrowAnyException();
  }

  private void refused(String user) {
    ApiException refusal = catchThrowableOfType(ApiException.class, () -> enter(user));

    assertThat(refusal.status()).isEqualTo(429);
    assertThat(refusal.details()).containsEntry("reason", "too_many_listeners");
    assertThat(refusal.retryAfterSeconds()).isPositive();
  }

  private Listener enter(String user) {
    return listeners.enter(
        new Caller("session of " + user, user, "j", false, "secret"),
        new ClientAddress("203.0.113.7", "203.0.113.7"));
  }
}
