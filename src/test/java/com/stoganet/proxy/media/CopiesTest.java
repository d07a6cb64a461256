package com.stoganet.proxy.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.stoganet.proxy.shared.ApiException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class CopiesTest {

  private static final ApiException AWAY = ApiException.unavailable("away", null);
  private static final Function<String, CompletableFuture<Optional<String>>> ANSWERS =
      copy ->
          switch (copy) {
            case "fails" -> CompletableFuture.failedFuture(AWAY);
            case "gone" -> CompletableFuture.completedFuture(Optional.empty());
            default -> CompletableFuture.completedFuture(Optional.of(copy));
          };

  @Test
  void given_a_copy_that_fails_and_one_that_is_gone_when_asked_then_the_others_answer_B04() {
    assertThat(Copies.ask(List.of("fails", "b", "gone", "a"), ANSWERS)).containsExactly("b", "a");
  }

  @Test
  void given_no_answer_at_all_when_asked_then_a_failure_is_told_and_a_loss_is_not_B04() {
    assertThat(Copies.ask(List.of("gone"), ANSWERS)).isEmpty();
    assertThatThrownBy(() -> Copies.ask(List.of("gone", "fails"), ANSWERS)).isSameAs(AWAY);
  }
}
