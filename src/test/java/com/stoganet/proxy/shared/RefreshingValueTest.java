package com.stoganet.proxy.shared;

import static org.assertj.core.api.Assertions.assertThat;

import com.stoganet.proxy.shared.RefreshingValue.Snapshot;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RefreshingValueTest {

  private static final Duration FRESH = Duration.ofSeconds(45);
  private static final Duration AT_ONCE = Duration.ZERO;

  private final Deque<Runnable> started = new ArrayDeque<>();
  private long nanos;
  private int asked;
  private String answer = "first";
  private boolean away;
  private Duration takes = Duration.ZERO;
  private final RefreshingValue<String> value =
      new RefreshingValue<>(this::ask, started::add, () -> nanos);

  private String ask() {
    asked++;
    pass(takes);
    if (away) {
      throw ApiException.unavailable("The server is temporarily unavailable.", null);
    }
    return answer;
  }

  private void pass(Duration time) {
    nanos += time.toNanos();
  }

  private Snapshot<String> read() {
    return value.read(FRESH, AT_ONCE);
  }

  /** Whatever is under way is done. */
  private Snapshot<String> readAndAnswer() {
    read();
    while (!started.isEmpty()) {
      started.remove().run();
    }
    return read();
  }

  @Test
  void given_many_readers_when_they_come_at_once_then_one_question_is_asked() {
    assertThat(read()).isEqualTo(new Snapshot<>(Optional.empty(), false));
    read();
    read();

    assertThat(started).hasSize(1);
    assertThat(readAndAnswer()).isEqualTo(new Snapshot<>(Optional.of("first"), true));
    assertThat(asked).isEqualTo(1);
  }

  @Test
  void given_an_answer_when_it_is_fresh_then_nobody_asks_and_when_it_is_old_somebody_does() {
    readAndAnswer();
    answer = "second";

    pass(FRESH.minusNanos(1));
    assertThat(readAndAnswer().value()).contains("first");
    pass(Duration.ofNanos(1));
    assertThat(readAndAnswer().value()).contains("second");
    assertThat(asked).isEqualTo(2);
  }

  @Test
  void given_an_outage_when_read_then_the_last_answer_stays_and_is_current_for_two_minutes_only() {
    readAndAnswer();
    away = true;

    pass(Duration.ofSeconds(119));
    assertThat(readAndAnswer()).isEqualTo(new Snapshot<>(Optional.of("first"), true));
    pass(Duration.ofSeconds(1));
    assertThat(readAndAnswer()).isEqualTo(new Snapshot<>(Optional.of("first"), false));
    pass(Duration.ofHours(1));
    assertThat(readAndAnswer()).isEqualTo(new Snapshot<>(Optional.of("first"), false));

    away = false;
    assertThat(readAndAnswer()).isEqualTo(new Snapshot<>(Optional.of("first"), true));
  }

  @Test
  void given_a_failure_when_read_again_then_it_is_asked_again_at_once() {
    away = true;
    readAndAnswer();
    away = false;

    assertThat(readAndAnswer().value()).contains("first");
  }

  @Test
  void given_something_new_when_expired_then_the_next_reader_asks_also_after_one_under_way() {
    readAndAnswer();
    answer = "second";
    value.expire();
    read();
    value.expire();
    answer = "third";
    readAndAnswer();

    assertThat(readAndAnswer().value()).contains("third");
    assertThat(asked).isEqualTo(3);
  }

  @Test
  void given_a_correction_when_an_older_answer_arrives_then_it_holds_until_the_next_one() {
    readAndAnswer();
    value.expire();
    read();
    value.correct(text -> text + " corrected");
    value.correct(text -> text + " twice");
    assertThat(read().value()).contains("first corrected twice");

    started.remove().run();
    assertThat(value.read(FRESH, AT_ONCE).value()).contains("first corrected twice");
    assertThat(started).hasSize(1);

    answer = "later";
    assertThat(readAndAnswer().value()).contains("later");
  }

  @Test
  void given_nothing_known_when_corrected_then_there_is_still_nothing() {
    value.correct(text -> text + " corrected");

    assertThat(read().value()).isEmpty();
  }

  @Test
  void given_a_reading_that_takes_long_when_it_is_repeated_seldom_then_it_stays_current() {
    takes = Duration.ofSeconds(10);
    readAndAnswer();

    pass(Duration.ofSeconds(180));
    assertThat(readAndAnswer().current()).isTrue();
    assertThat(asked).isEqualTo(1);
    pass(Duration.ofSeconds(10));
    readAndAnswer();
    assertThat(asked).isEqualTo(2);
  }

  @Test
  void given_a_server_that_hangs_when_many_read_then_nobody_waits_after_the_first_has() {
    read();
    pass(Duration.ofSeconds(2));
    long start = System.nanoTime();

    for (int i = 0; i < 10; i++) {
      value.read(FRESH, Duration.ofSeconds(2));
    }

    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(2));
  }

  @Test
  void given_a_thread_that_is_interrupted_when_it_waits_then_it_takes_what_is_known() {
    Thread.currentThread().interrupt();

    Snapshot<String> known = value.read(FRESH, Duration.ofHours(1));

    assertThat(known).isEqualTo(new Snapshot<>(Optional.empty(), false));
    assertThat(Thread.interrupted()).isTrue();
  }
}
