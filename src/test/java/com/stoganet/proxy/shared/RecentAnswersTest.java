package com.stoganet.proxy.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.stoganet.proxy.shared.RecentAnswers.Age;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class RecentAnswersTest {

  private static final Age AGE = new Age(Duration.ofSeconds(10), Duration.ofSeconds(60));

  private final AtomicLong now = new AtomicLong();
  private final List<CompletableFuture<String>> asked = new ArrayList<>();
  private final RecentAnswers<String, String> answers =
      new RecentAnswers<>(100, Duration.ofHours(1), now::get);

  @Test
  void given_many_at_once_when_they_want_the_same_then_it_is_asked_once() {
    CompletableFuture<String> first = read();
    CompletableFuture<String> second = read();
    asked.get(0).complete("a");

    assertThat(first).isCompletedWithValue("a");
    assertThat(second).isCompletedWithValue("a");
    assertThat(asked).hasSize(1);
  }

  @Test
  void given_a_fresh_answer_when_read_again_then_nobody_is_asked() {
    CompletableFuture<String> unused = read();
    asked.get(0).complete("a");
    pass(Duration.ofSeconds(9));

    assertThat(read()).isCompletedWithValue("a");
    assertThat(asked).hasSize(1);
  }

  @Test
  void given_a_usable_answer_when_read_then_it_comes_at_once_and_a_new_one_is_on_its_way() {
    CompletableFuture<String> unused = read();
    asked.get(0).complete("a");
    pass(Duration.ofSeconds(30));

    assertThat(read()).isCompletedWithValue("a");
    assertThat(asked).hasSize(2);
    asked.get(1).complete("b");
    assertThat(read()).isCompletedWithValue("b");
  }

  @Test
  void given_an_answer_that_is_too_old_when_read_then_the_new_one_is_waited_for() {
    CompletableFuture<String> unused = read();
    asked.get(0).complete("a");
    pass(Duration.ofSeconds(61));

    CompletableFuture<String> waiting = read();
    assertThat(waiting).isNotDone();
    asked.get(1).complete("b");
    assertThat(waiting).isCompletedWithValue("b");
  }

  @Test
  void given_a_failure_when_read_again_then_it_is_asked_again() {
    CompletableFuture<String> failed = read();
    asked.get(0).completeExceptionally(ApiException.itemNotFound());

    assertThatThrownBy(() -> RecentAnswers.await(failed)).isInstanceOf(ApiException.class);
    CompletableFuture<String> again = read();
    asked.get(1).complete("b");
    assertThat(again).isCompletedWithValue("b");
  }

  @Test
  void given_an_outage_in_the_background_when_read_then_the_last_answer_is_still_given() {
    CompletableFuture<String> unused = read();
    asked.get(0).complete("a");
    pass(Duration.ofSeconds(30));
    CompletableFuture<String> unusedToo = read();
    asked.get(1).completeExceptionally(ApiException.unavailable("away", null));

    assertThat(read()).isCompletedWithValue("a");
  }

  @Test
  void given_a_refusal_in_the_background_when_read_then_the_last_answer_is_gone() {
    CompletableFuture<String> unused = read();
    asked.get(0).complete("a");
    pass(Duration.ofSeconds(30));
    CompletableFuture<String> unusedToo = read();
    asked.get(1).completeExceptionally(ApiException.of(ErrorCode.JELLYFIN_SESSION_EXPIRED, "no"));

    assertThat(read()).isNotDone();
  }

  @Test
  void given_one_who_loses_patience_when_the_answer_comes_then_the_others_get_it() {
    CompletableFuture<String> impatient = read().orTimeout(1, TimeUnit.MILLISECONDS);
    assertThatThrownBy(impatient::join)
        .hasRootCauseInstanceOf(java.util.concurrent.TimeoutException.class);
    CompletableFuture<String> patient = read();

    asked.get(0).complete("a");

    assertThat(patient).isCompletedWithValue("a");
    assertThat(asked).hasSize(1);
  }

  @Test
  void given_a_change_when_the_answer_was_on_its_way_then_it_is_not_kept() {
    CompletableFuture<String> before = read();
    answers.forget(key -> true);
    CompletableFuture<String> after = read();
    asked.get(0).complete("old");
    asked.get(1).complete("new");

    assertThat(before).isCompletedWithValue("old");
    assertThat(after).isCompletedWithValue("new");
    assertThat(read()).isCompletedWithValue("new");
  }

  @Test
  void given_an_equal_answer_when_it_comes_again_then_it_is_the_same_object() {
    String first = new String("a");
    CompletableFuture<String> unused = read();
    asked.get(0).complete(first);
    answers.refresh();
    CompletableFuture<String> unusedToo = read();
    asked.get(1).complete(new String("a"));

    assertThat(read().join()).isSameAs(first);
  }

  private CompletableFuture<String> read() {
    return answers.read(
        "key",
        AGE,
        () -> {
          asked.add(new CompletableFuture<>());
          return asked.get(asked.size() - 1);
        });
  }

  private void pass(Duration time) {
    now.addAndGet(time.toNanos());
  }
}
