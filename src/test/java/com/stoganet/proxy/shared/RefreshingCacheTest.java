package com.stoganet.proxy.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.stoganet.proxy.shared.RefreshingCache.Age;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class RefreshingCacheTest {

  private static final Age AGE = new Age(Duration.ofSeconds(10), Duration.ofSeconds(60));

  private final AtomicLong now = new AtomicLong();
  private final List<CompletableFuture<String>> asked = new ArrayList<>();
  private final RefreshingCache<String, String> answers =
      new RefreshingCache<>(100, Duration.ofHours(1), now::get);

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

    assertThatThrownBy(() -> Background.await(failed)).isInstanceOf(ApiException.class);
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
    answers.invalidate(key -> true);
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
    answers.expire();
    CompletableFuture<String> unusedToo = read();
    asked.get(1).complete(new String("a"));

    assertThat(read().join()).isSameAs(first);
  }

  @Test
  void given_an_equal_answer_when_waited_for_then_it_is_the_same_object_at_once() {
    String first = new String("a");
    CompletableFuture<String> unused = read();
    asked.get(0).complete(first);
    pass(Duration.ofSeconds(61));

    CompletableFuture<String> waiting = read();
    asked.get(1).complete(new String("a"));

    assertThat(waiting.join()).isSameAs(first);
  }

  @Test
  void given_an_answer_when_it_comes_then_it_is_remembered_before_it_is_given() {
    List<CompletableFuture<String>> seen = new ArrayList<>();
    CompletableFuture<Void> unused = read().thenAccept(answer -> seen.add(read()));

    asked.get(0).complete("a");

    assertThat(seen).hasSize(1);
    assertThat(seen.get(0)).isCompletedWithValue("a");
    assertThat(asked).hasSize(1);
  }

  @Test
  void given_a_spare_answer_when_the_source_is_away_then_it_is_given_and_the_source_has_a_rest() {
    Age spare = new Age(Duration.ofSeconds(10), Duration.ofSeconds(10), Duration.ofSeconds(60));
    CompletableFuture<String> unused = read(spare);
    asked.get(0).complete("a");
    pass(Duration.ofSeconds(10));

    CompletableFuture<String> waiting = read(spare);
    assertThat(waiting).isNotDone();
    asked.get(1).completeExceptionally(ApiException.unavailable("away", null));
    assertThat(waiting).isCompletedWithValue("a");
    pass(Duration.ofMillis(4999));
    assertThat(read(spare)).isCompletedWithValue("a");
    assertThat(asked).hasSize(2);

    pass(Duration.ofMillis(1));
    assertThat(read(spare)).isNotDone();
    asked.get(2).complete("b");
    assertThat(read(spare)).isCompletedWithValue("b");
  }

  @Test
  void given_a_spare_answer_when_it_is_refused_or_too_old_then_it_is_not_given() {
    Age spare = new Age(Duration.ofSeconds(10), Duration.ofSeconds(10), Duration.ofSeconds(60));
    CompletableFuture<String> unused = read(spare);
    asked.get(0).complete("a");
    pass(Duration.ofSeconds(60));
    CompletableFuture<String> tooOld = read(spare);
    asked.get(1).completeExceptionally(ApiException.unavailable("away", null));
    assertThat(tooOld).isCompletedExceptionally();

    CompletableFuture<String> unusedToo = read(spare);
    asked.get(2).complete("b");
    pass(Duration.ofSeconds(10));
    CompletableFuture<String> refused = read(spare);
    asked.get(3).completeExceptionally(ApiException.itemNotFound());
    assertThat(refused).isCompletedExceptionally();
  }

  @Test
  void given_the_session_of_the_one_who_asked_is_over_when_another_waits_then_it_asks_itself() {
    CompletableFuture<String> first = read();
    CompletableFuture<String> second = read();

    asked.get(0).completeExceptionally(ApiException.sessionExpired());

    assertThat(first).isCompletedExceptionally();
    assertThat(second).isNotDone();
    assertThat(asked).hasSize(2);
    asked.get(1).complete("b");
    assertThat(second).isCompletedWithValue("b");
  }

  @Test
  void given_a_source_that_cannot_even_be_asked_when_read_again_then_it_is_asked_again() {
    CompletableFuture<String> failed =
        answers.get(
            "key",
            AGE,
            () -> {
              throw new IllegalStateException("no threads");
            });

    assertThatThrownBy(() -> Background.await(failed)).isInstanceOf(IllegalStateException.class);
    CompletableFuture<String> again = read();
    asked.get(0).complete("a");
    assertThat(again).isCompletedWithValue("a");
  }

  @Test
  void given_an_answer_when_it_is_idle_for_long_then_it_is_dropped() {
    CompletableFuture<String> unused = read();
    asked.get(0).complete("a");
    pass(Duration.ofHours(1));

    Age patient = new Age(Duration.ofDays(1), Duration.ofDays(1));

    assertThat(read(patient)).isNotDone();
    assertThat(asked).hasSize(2);
  }

  private CompletableFuture<String> read() {
    return read(AGE);
  }

  private CompletableFuture<String> read(Age age) {
    return answers.get(
        "key",
        age,
        () -> {
          asked.add(new CompletableFuture<>());
          return asked.get(asked.size() - 1);
        });
  }

  private void pass(Duration time) {
    now.addAndGet(time.toNanos());
  }
}
