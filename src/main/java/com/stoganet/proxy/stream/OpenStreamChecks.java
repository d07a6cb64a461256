package com.stoganet.proxy.stream;

import com.stoganet.proxy.auth.CallerResolver;
import com.stoganet.proxy.config.WaitingPeriod;
import com.stoganet.proxy.media.JellyfinId;
import com.stoganet.proxy.shared.ApiException;
import com.stoganet.proxy.shared.ErrorCode;
import com.stoganet.proxy.shared.PeriodicTask;
import com.stoganet.proxy.shared.PeriodicTasks;
import com.stoganet.proxy.shared.Service;
import com.stoganet.proxy.stream.MediaSource.MediaFile;
import com.stoganet.proxy.stream.OpenStream.End;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Ends open streams that must not go on: once a minute it looks whether the session of each lasts,
 * and whether its user may still see and play what is sent. A film lasts longer than a right.
 *
 * <p>Streams of one session, and those of one user and one item, are looked at together. A server
 * that does not answer ends nothing.
 */
@Service
public class OpenStreamChecks {

  private static final Duration PAUSE = WaitingPeriod.STILL_ALLOWED.length();

  private record Seat(String sessionId, String address) {}

  private record Viewing(String userId, JellyfinId item) {}

  private final OpenStreams streams;
  private final CallerResolver callers;
  private final StreamAuthorization authorization;
  private final PeriodicTasks tasks;

  @Inject
  public OpenStreamChecks(
      OpenStreams streams,
      CallerResolver callers,
      StreamAuthorization authorization,
      PeriodicTasks tasks) {
    this.streams = streams;
    this.callers = callers;
    this.authorization = authorization;
    this.tasks = tasks;
  }

  void begin(@Observes @Priority(30) Startup event) {
    tasks.start(new PeriodicTask("Checking open streams", this::check), PAUSE);
  }

  /** Looks at all open streams once. */
  void check() {
    Map<Seat, Optional<ApiException>> seats = new HashMap<>();
    Map<Viewing, Optional<ApiException>> viewings = new HashMap<>();
    for (OpenStream stream : streams.all()) {
      boolean lasts =
          seats
              .computeIfAbsent(
                  new Seat(stream.caller().sessionId(), stream.from().text()),
                  unused -> refusal(() -> callers.confirmed(stream.caller(), stream.from())))
              .isEmpty();
      if (!lasts) {
        stream.cut(End.SESSION_ENDED);
      } else if (viewings
          .computeIfAbsent(
              new Viewing(stream.caller().userId(), stream.item()),
              unused -> refusal(() -> requireAdmission(stream)))
          // The token of one session says nothing about the others of the user.
          .filter(refusal -> refusal.code() != ErrorCode.JELLYFIN_SESSION_EXPIRED)
          .isPresent()) {
        stream.cut(End.NOT_ALLOWED);
      }
    }
  }

  private void requireAdmission(OpenStream stream) {
    MediaFile unused = authorization.admit(stream.caller(), stream.item()).file(null);
  }

  /**
   * Why the question is answered with no; empty for yes.
   *
   * @throws ApiException backend_unavailable, which ends this round
   */
  private static Optional<ApiException> refusal(Runnable question) {
    try {
      question.run();
      return Optional.empty();
    } catch (ApiException e) {
      if (e.code() == ErrorCode.BACKEND_UNAVAILABLE) {
        throw e;
      }
      return Optional.of(e);
    }
  }
}
