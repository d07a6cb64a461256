package com.stoganet.proxy.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.stoganet.proxy.shared.ApiException;
import com.stoganet.proxy.shared.Caller;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ListenerTest {

  private static final Caller ADA = new Caller("session-1", "ada", "a1", false, "secret");
  private static final Predicate<Caller> EVERYBODY = caller -> true;
  private static final Predicate<Caller> ADMINISTRATORS = Caller::administrator;
  private static final Duration LONG = Duration.ofMinutes(5);

  private final EventReplayBuffer buffer = new EventReplayBuffer();
  private final ByteArrayOutputStream heard = new ByteArrayOutputStream();
  private Listener listener = new Listener(buffer, ADA, () -> ADA, LONG);
  private CompletableFuture<Void> listening;

  @AfterEach
  void end() {
    listener.end();
    assertThat(listening).succeedsWithin(Duration.ofSeconds(5));
  }

  @Test
  void given_a_new_client_when_it_listens_then_it_is_greeted_and_told_what_comes() {
    happens("before", EVERYBODY);
    listen(null);
    awaitHeard("event: hello");
    happens("after", EVERYBODY);

    awaitHeard("event: after");
    assertThat(heard())
        .isEqualTo(
            "retry: 3000\n"
                + ("id: " + buffer.id(1) + "\nevent: hello\ndata: {}\n\n")
                + ("id: " + buffer.id(2) + "\nevent: after\ndata: {}\n\n"));
  }

  @Test
  void given_a_client_that_comes_again_when_it_listens_then_it_gets_what_it_missed_once() {
    happens("first", EVERYBODY);
    happens("second", EVERYBODY);
    happens("third", EVERYBODY);
    listen(buffer.id(1));
    awaitHeard("event: third");
    happens("fourth", EVERYBODY);

    awaitHeard("event: fourth");
    assertThat(types()).isEqualTo("hello second third fourth");
  }

  @Test
  void given_an_id_that_nobody_knows_when_it_listens_then_it_has_to_read_everything_anew() {
    happens("first", EVERYBODY);
    listen("another-1");
    awaitHeard("event: reset");
    happens("second", EVERYBODY);

    awaitHeard("event: second");
    assertThat(types()).isEqualTo("hello reset second");
    assertThat(heard())
        .startsWith("retry: 3000\nevent: hello\n")
        .contains("id: " + buffer.id(1) + "\nevent: reset\ndata: {}\n\n");
  }

  @Test
  void given_a_client_that_reads_too_slowly_when_too_much_happens_then_it_is_told_so() {
    CompletableFuture<Void> reads = new CompletableFuture<>();
    listen(
        null,
        new OutputStream() {
          @Override
          public void write(int b) {
            heard.write(b);
          }

          @Override
          public void flush() {
            if (heard().contains("event: first")) {
              reads.join();
            }
          }
        });
    happens("first", EVERYBODY);
    awaitHeard("event: first");
    for (int i = 0; i <= 1_000; i++) {
      happens("more", EVERYBODY);
    }
    reads.complete(null);

    awaitHeard("event: reset");
    happens("last", EVERYBODY);
    awaitHeard("event: last");
    assertThat(types()).isEqualTo("hello first reset last");
  }

  @Test
  void given_notices_for_others_when_they_happen_then_only_its_own_are_heard() {
    listen(null);
    happens("ada", user("ada"));
    happens("bob", user("bob"));
    happens("here", session("session-1"));
    happens("there", session("session-2"));
    happens("administrators", ADMINISTRATORS);
    happens(
        "unsure",
        caller -> {
          throw new IllegalStateException("nobody knows");
        });
    happens("last", EVERYBODY);

    awaitHeard("event: last");
    assertThat(types()).isEqualTo("hello ada here last");
  }

  @Test
  void given_silence_when_it_lasts_then_a_comment_comes_and_the_place_moves_on() {
    listener = new Listener(buffer, ADA, () -> ADA, Duration.ofMillis(50));
    listen(null);
    awaitHeard("\n\n: \n\n: \n\n");

    happens("bob", user("bob"));

    awaitHeard(": \nid: " + buffer.id(1) + "\n\n: \n\n");
    assertThat(heard()).doesNotContain("event: bob");
  }

  @Test
  void given_a_session_that_is_over_when_it_listens_then_that_ends() {
    listener = new Listener(buffer, ADA, refused(ApiException.sessionExpired()), LONG);
    listen(null);

    assertThat(listening).succeedsWithin(Duration.ofSeconds(5));
    assertThat(types()).isEqualTo("hello");
  }

  @Test
  void given_a_database_that_is_away_when_it_listens_then_that_goes_on() {
    listener = new Listener(buffer, ADA, refused(ApiException.unavailable("away", null)), LONG);
    listen(null);
    happens("still here", user("ada"));

    awaitHeard("event: still here");
    assertThat(listening).isNotDone();
  }

  @Test
  void given_a_user_who_became_an_administrator_when_told_then_it_is_as_one() {
    Caller promoted = new Caller("session-1", "ada", "a1", true, "secret");
    listener = new Listener(buffer, ADA, () -> promoted, LONG);
    listen(null);
    happens("administrators", ADMINISTRATORS);

    awaitHeard("event: administrators");
  }

  @Test
  void given_a_listener_that_waits_when_it_is_ended_then_it_ends_at_once() {
    listen(null);
    awaitHeard("event: hello");

    listener.end();

    assertThat(listening).succeedsWithin(Duration.ofSeconds(1));
  }

  private static Predicate<Caller> user(String id) {
    return caller -> caller.userId().equals(id);
  }

  private static Predicate<Caller> session(String id) {
    return caller -> caller.sessionId().equals(id);
  }

  private static Supplier<Caller> refused(ApiException refusal) {
    return () -> {
      throw refusal;
    };
  }

  private void happens(String type, Predicate<Caller> audience) {
    buffer.append(type, "{}", audience);
  }

  private void listen(String lastId) {
    listen(lastId, heard);
  }

  private void listen(String lastId, OutputStream out) {
    Listener it = listener;
    listening =
        CompletableFuture.runAsync(
            () -> {
              try {
                it.listen(lastId, new EventWriter(out));
              } catch (IOException e) {
                throw new UncheckedIOException(e);
              }
            });
    awaitHeard("event: hello");
  }

  private String heard() {
    return heard.toString(StandardCharsets.UTF_8);
  }

  private void awaitHeard(String text) {
    await().until(() -> heard().contains(text));
  }

  /** The names of the events, in their order. */
  private String types() {
    return String.join(
        " ",
        heard()
            .lines()
            .filter(line -> line.startsWith("event: "))
            .map(line -> line.replace("event: ", ""))
            .toList());
  }
}
