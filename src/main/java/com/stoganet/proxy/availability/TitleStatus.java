package com.stoganet.proxy.availability;

import com.stoganet.proxy.acquisition.DownloadProgress;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Where a title is on its way, as far as all servers together know at this moment.
 *
 * @param before what it was when it was known last; the stage itself unless that is unknown
 * @param progress of what is being downloaded, also of a series that is partly here
 * @param reason why it does not go on, in plain words; empty when there is nothing to say
 * @param release when it comes out; empty when it has, or nobody knows
 * @param episodes of a series that is here and in a Sonarr
 */
public record TitleStatus(
    TitleStage stage,
    TitleStage before,
    Optional<DownloadProgress> progress,
    String reason,
    Optional<LocalDate> release,
    Optional<Tally> episodes) {

  /**
   * Episodes of a series without its specials.
   *
   * @param here those with a file
   */
  public record Tally(int here, int aired) {}

  static TitleStatus of(TitleStage stage, String reason) {
    return new TitleStatus(
        stage, stage, Optional.empty(), reason, Optional.empty(), Optional.empty());
  }

  /** A stage that says it all. */
  public static TitleStatus of(TitleStage stage) {
    return of(stage, "");
  }

  static TitleStatus onItsWay(TitleStage stage, DownloadProgress progress) {
    return new TitleStatus(
        stage, stage, Optional.of(progress), progress.reason(), Optional.empty(), Optional.empty());
  }

  static TitleStatus waiting(Optional<LocalDate> release) {
    TitleStage stage = TitleStage.WAITING_FOR_RELEASE;
    return new TitleStatus(stage, stage, Optional.empty(), "", release, Optional.empty());
  }

  static TitleStatus here(Tally tally, Optional<DownloadProgress> progress) {
    TitleStage stage = tally.here() < tally.aired() ? TitleStage.PARTLY : TitleStage.PLAYABLE;
    return new TitleStatus(
        stage,
        stage,
        progress,
        progress.map(DownloadProgress::reason).orElse(""),
        Optional.empty(),
        Optional.of(tally));
  }

  static TitleStatus unknown(TitleStage before) {
    return new TitleStatus(
        TitleStage.UNKNOWN,
        before,
        Optional.empty(),
        "Status temporarily unavailable.",
        Optional.empty(),
        Optional.empty());
  }
}
