package com.stoganet.proxy.arrivals;

import java.time.LocalDate;
import java.util.Optional;

/**
 * Where a title is on its way, as far as all servers together know at this moment.
 *
 * @param before what it was when it was known last; the stage itself unless that is unknown
 * @param transfer of what is being downloaded, also of a series that is partly here
 * @param reason why it does not go on, in plain words; empty when there is nothing to say
 * @param release when it comes out; empty when it has, or nobody knows
 * @param episodes of a series that is here and in a Sonarr
 */
public record TitleState(
    Stage stage,
    Stage before,
    Optional<Transfer> transfer,
    String reason,
    Optional<LocalDate> release,
    Optional<Tally> episodes) {

  /**
   * Episodes of a series without its specials.
   *
   * @param here those with a file
   */
  public record Tally(int here, int aired) {}

  static TitleState of(Stage stage, String reason) {
    return new TitleState(
        stage, stage, Optional.empty(), reason, Optional.empty(), Optional.empty());
  }

  /** A stage that says it all. */
  public static TitleState of(Stage stage) {
    return of(stage, "");
  }

  static TitleState onItsWay(Stage stage, Transfer transfer) {
    return new TitleState(
        stage, stage, Optional.of(transfer), transfer.reason(), Optional.empty(), Optional.empty());
  }

  static TitleState waiting(Optional<LocalDate> release) {
    Stage stage = Stage.WAITING_FOR_RELEASE;
    return new TitleState(stage, stage, Optional.empty(), "", release, Optional.empty());
  }

  static TitleState here(Tally tally, Optional<Transfer> transfer) {
    Stage stage = tally.here() < tally.aired() ? Stage.PARTLY : Stage.PLAYABLE;
    return new TitleState(
        stage,
        stage,
        transfer,
        transfer.map(Transfer::reason).orElse(""),
        Optional.empty(),
        Optional.of(tally));
  }

  static TitleState unknown(Stage before) {
    return new TitleState(
        Stage.UNKNOWN,
        before,
        Optional.empty(),
        "Whoever knows does not answer at present.",
        Optional.empty(),
        Optional.empty());
  }
}
