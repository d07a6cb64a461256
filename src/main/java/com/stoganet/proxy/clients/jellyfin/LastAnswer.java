package com.stoganet.proxy.clients.jellyfin;

import com.github.benmanes.caffeine.cache.Ticker;
import com.stoganet.proxy.shared.ApiException;
import com.stoganet.proxy.shared.ErrorCode;
import java.time.Duration;
import java.util.function.Supplier;

/**
 * The last answer to a question; when it is old it is asked for again, and while Jellyfin is away
 * it is good for some time longer.
 */
final class LastAnswer<V> {

  /** So that a Jellyfin in trouble is not waited for by everybody, again and again. */
  private static final Duration PAUSE = Duration.ofSeconds(5);

  private record Known<V>(V answer, long takenAt, long freshUntil) {}

  private final Duration fresh;
  private final Duration usable;
  private final Ticker ticker;
  private volatile Known<V> known;

  /**
   * @param fresh younger than this, nobody is asked
   * @param usable younger than this, it is given when Jellyfin is away
   */
  LastAnswer(Duration fresh, Duration usable, Ticker ticker) {
    this.fresh = fresh;
    this.usable = usable;
    this.ticker = ticker;
  }

  /** Throws what the question throws, unless there is an answer that will do. */
  V get(Supplier<V> question) {
    Known<V> last = known;
    long now = ticker.read();
    boolean will = last != null && now - last.takenAt() < usable.toNanos();
    if (will && now - last.freshUntil() < 0) {
      return last.answer();
    }
    try {
      V answer = question.get();
      known = new Known<>(answer, now, now + fresh.toNanos());
      return answer;
    } catch (ApiException e) {
      if (!will || e.code() != ErrorCode.BACKEND_UNAVAILABLE) {
        throw e;
      }
      known = new Known<>(last.answer(), last.takenAt(), now + PAUSE.toNanos());
      return last.answer();
    }
  }
}
