package com.stoganet.proxy.availability;

/** Where a title is on its way from a wish to something to play. */
public enum TitleStage {
  /** It is here. */
  PLAYABLE,
  /** Some of its episodes are here; others have aired and are not. */
  PARTLY,
  /** Downloaded, and about to be here. */
  IMPORTING,
  DOWNLOADING,
  /** Wanted, but nobody has it so far. */
  SEARCHING,
  /** Wanted, but not out yet. */
  WAITING_FOR_RELEASE,
  /** Somebody asked, and it is not carried out yet. */
  REQUESTED,
  REQUESTABLE,
  NOT_REQUESTABLE,
  /** Whoever knows does not answer at present. */
  UNKNOWN
}
