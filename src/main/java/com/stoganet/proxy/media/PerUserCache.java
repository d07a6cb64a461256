package com.stoganet.proxy.media;

import com.github.benmanes.caffeine.cache.Ticker;
import com.stoganet.proxy.shared.ApiException;
import com.stoganet.proxy.shared.Caller;
import com.stoganet.proxy.shared.ErrorCode;
import com.stoganet.proxy.shared.RecentAnswers;
import com.stoganet.proxy.shared.RecentAnswers.Age;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;

/** Recent answers that belong to one user each; all devices of the user share them. */
final class PerUserCache<V> {

  private static final Duration IDLE = Duration.ofMinutes(15);

  private record Key(String userId, String what) {}

  private final RecentAnswers<Key, V> answers;

  /** With room for this many answers of all users together. */
  PerUserCache(long room) {
    this.answers = new RecentAnswers<>(room, IDLE, Ticker.systemTicker());
  }

  /**
   * The answer to {@code what}.
   *
   * <p>Of two devices that want the same one asks for both. If Jellyfin has ended the session of
   * just that one, the other asks for itself.
   */
  CompletableFuture<V> read(
      Caller caller, String what, Age age, Supplier<CompletableFuture<V>> source) {
    AtomicBoolean ownQuestion = new AtomicBoolean();
    CompletableFuture<V> answer =
        answers.read(
            new Key(caller.userId(), what),
            age,
            () -> {
              ownQuestion.set(true);
              return source.get();
            });
    return answer.exceptionallyCompose(
        failure ->
            ownQuestion.get() || !sessionEnded(failure)
                ? CompletableFuture.failedFuture(failure)
                : read(caller, what, age, source));
  }

  void forget(String userId) {
    answers.forget(key -> key.userId().equals(userId));
  }

  void refresh() {
    answers.refresh();
  }

  private static boolean sessionEnded(Throwable failure) {
    Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
    return cause instanceof ApiException api && api.code() == ErrorCode.JELLYFIN_SESSION_EXPIRED;
  }
}
