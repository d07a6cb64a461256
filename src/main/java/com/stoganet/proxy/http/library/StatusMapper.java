package com.stoganet.proxy.http.library;

import com.stoganet.proxy.acquisition.DownloadProblem;
import com.stoganet.proxy.acquisition.DownloadProgress;
import com.stoganet.proxy.api.model.EpisodeTally;
import com.stoganet.proxy.api.model.MediaState;
import com.stoganet.proxy.availability.TitleStage;
import com.stoganet.proxy.availability.TitleStatus;
import java.util.OptionalLong;

/** Writes where titles are on their way in the words of the contract. */
public final class StatusMapper {

  private static final double TENTHS = 10;

  private StatusMapper() {}

  public static com.stoganet.proxy.api.model.TitleStatus status(TitleStatus status) {
    com.stoganet.proxy.api.model.TitleStatus written =
        new com.stoganet.proxy.api.model.TitleStatus()
            .stage(stage(status.stage()))
            .reason(status.reason().isEmpty() ? null : status.reason())
            .releaseDate(status.release().orElse(null))
            .episodes(
                status
                    .episodes()
                    .map(tally -> new EpisodeTally().here(tally.here()).aired(tally.aired()))
                    .orElse(null));
    status.progress().ifPresent(progress -> describe(written, progress));
    return written;
  }

  private static void describe(
      com.stoganet.proxy.api.model.TitleStatus written, DownloadProgress progress) {
    written
        .percent(tenths(progress.percent()))
        .etaSeconds(orNull(progress.secondsLeft()))
        .speed(orNull(progress.speed()))
        .problem(progress.problem().map(StatusMapper::problem).orElse(null));
  }

  /**
   * The state in the three words that the apps of the original know; while the status is unknown,
   * the last known one.
   */
  public static MediaState state(TitleStatus status) {
    return switch (status.lastKnown()) {
      case PLAYABLE, PARTLY -> MediaState.PLAYABLE;
      case IMPORTING, DOWNLOADING, SEARCHING, WAITING_FOR_RELEASE, REQUESTED ->
          MediaState.DOWNLOADING;
      case REQUESTABLE, NOT_REQUESTABLE, UNKNOWN -> MediaState.REQUESTABLE;
    };
  }

  public static com.stoganet.proxy.api.model.Stage stage(TitleStage stage) {
    return com.stoganet.proxy.api.model.Stage.valueOf(stage.name());
  }

  public static com.stoganet.proxy.api.model.DownloadProblem problem(DownloadProblem problem) {
    return com.stoganet.proxy.api.model.DownloadProblem.valueOf(problem.name());
  }

  /**
   * Rounds a percentage down to tenths: users need no more, and a polling client sees fewer
   * changes.
   */
  public static double tenths(double percent) {
    return Math.floor(percent * TENTHS) / TENTHS;
  }

  public static Long orNull(OptionalLong number) {
    return number.isPresent() ? number.getAsLong() : null;
  }
}
