package com.stoganet.proxy.http;

import com.stoganet.proxy.api.model.DownloadProblem;
import com.stoganet.proxy.api.model.EpisodeTally;
import com.stoganet.proxy.api.model.MediaState;
import com.stoganet.proxy.api.model.TitleStatus;
import com.stoganet.proxy.arrivals.Problem;
import com.stoganet.proxy.arrivals.Stage;
import com.stoganet.proxy.arrivals.TitleState;
import com.stoganet.proxy.arrivals.Transfer;
import java.util.OptionalLong;

/** Writes where titles are on their way in the words of the contract. */
final class StatusMapper {

  private static final double TENTHS = 10;

  private StatusMapper() {}

  static TitleStatus status(TitleState state) {
    TitleStatus status =
        new TitleStatus()
            .stage(stage(state.stage()))
            .reason(state.reason().isEmpty() ? null : state.reason())
            .releaseDate(state.release().orElse(null))
            .episodes(
                state
                    .episodes()
                    .map(tally -> new EpisodeTally().here(tally.here()).aired(tally.aired()))
                    .orElse(null));
    state.transfer().ifPresent(transfer -> describe(status, transfer));
    return status;
  }

  private static void describe(TitleStatus status, Transfer transfer) {
    status
        .percent(tenths(transfer.percent()))
        .etaSeconds(orNull(transfer.secondsLeft()))
        .speed(orNull(transfer.speed()))
        .problem(transfer.problem().map(StatusMapper::problem).orElse(null));
  }

  /** The three words that the apps of the original know; the last known one while nobody knows. */
  static MediaState state(TitleState state) {
    return switch (state.before()) {
      case PLAYABLE, PARTLY -> MediaState.PLAYABLE;
      case IMPORTING, DOWNLOADING, SEARCHING, WAITING_FOR_RELEASE, REQUESTED ->
          MediaState.DOWNLOADING;
      case REQUESTABLE, NOT_REQUESTABLE, UNKNOWN -> MediaState.REQUESTABLE;
    };
  }

  static com.stoganet.proxy.api.model.Stage stage(Stage stage) {
    return com.stoganet.proxy.api.model.Stage.valueOf(stage.name());
  }

  static DownloadProblem problem(Problem problem) {
    return DownloadProblem.valueOf(problem.name());
  }

  /** Nobody reads more, and a client that polls has less to compare. */
  static double tenths(double percent) {
    return Math.floor(percent * TENTHS) / TENTHS;
  }

  static Long orNull(OptionalLong number) {
    return number.isPresent() ? number.getAsLong() : null;
  }
}
