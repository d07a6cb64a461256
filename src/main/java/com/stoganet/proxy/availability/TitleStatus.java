package com.stoganet.proxy.availability;

import com.stoganet.proxy.acquisition.Download;
import com.stoganet.proxy.acquisition.DownloadProgress;
import com.stoganet.proxy.media.Unplayable;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * The status of a title between a request and playback, from the last answers of all servers.
 *
 * @param lastKnown the last known stage; the same as {@code stage} unless that is unknown
 * @param progress the progress of the title's downloads, also of a series that the library has in
 *     part
 * @param reason why the title does not progress, as a text for people; empty when there is no
 *     problem
 * @param release the day of its release; empty when it is released, or the day is unknown
 * @param episodes the episode counts of a series that is in the library and in a Sonarr
 */
public record TitleStatus(
    TitleStage stage,
    TitleStage lastKnown,
    Optional<DownloadProgress> progress,
    String reason,
    Optional<LocalDate> release,
    Optional<EpisodeCounts> episodes) {

  /**
   * The episode counts of a series without its specials.
   *
   * @param here the number of episodes with a file
   */
  public record EpisodeCounts(int here, int aired) {}

  static TitleStatus of(TitleStage stage, String reason) {
    return new TitleStatus(
        stage, stage, Optional.empty(), reason, Optional.empty(), Optional.empty());
  }

  /** A status that consists of a stage only. */
  public static TitleStatus of(TitleStage stage) {
    return of(stage, "");
  }

  /** The status of a title of the library that cannot be played. */
  public static TitleStatus of(Unplayable problem) {
    return of(TitleStage.NOT_REQUESTABLE, problem.message());
  }

  /** The status of a title with these downloads; there must be one. */
  static TitleStatus onItsWay(List<Download> downloads) {
    boolean arrived = downloads.stream().allMatch(Download::complete);
    TitleStage stage = arrived ? TitleStage.IMPORTING : TitleStage.DOWNLOADING;
    DownloadProgress progress = DownloadProgress.of(downloads);
    return new TitleStatus(
        stage, stage, Optional.of(progress), progress.reason(), Optional.empty(), Optional.empty());
  }

  static TitleStatus waiting(Optional<LocalDate> release) {
    TitleStage stage = TitleStage.WAITING_FOR_RELEASE;
    return new TitleStatus(stage, stage, Optional.empty(), "", release, Optional.empty());
  }

  static TitleStatus here(EpisodeCounts episodes, Optional<DownloadProgress> progress) {
    TitleStage stage = episodes.here() < episodes.aired() ? TitleStage.PARTLY : TitleStage.PLAYABLE;
    return new TitleStatus(
        stage,
        stage,
        progress,
        progress.map(DownloadProgress::reason).orElse(""),
        Optional.empty(),
        Optional.of(episodes));
  }

  static TitleStatus unknown(TitleStage lastKnown) {
    return new TitleStatus(
        TitleStage.UNKNOWN,
        lastKnown,
        Optional.empty(),
        "Status temporarily unavailable.",
        Optional.empty(),
        Optional.empty());
  }
}
