package com.stoganet.proxy.availability;

/** The stage of a title between a request and playback. */
public enum TitleStage {
  /** The library has it. */
  PLAYABLE,
  /** The library has some episodes; others have aired and are missing. */
  PARTLY,
  /** Downloaded, and about to appear in the library. */
  IMPORTING,
  DOWNLOADING,
  /** Wanted, but no release is found yet. */
  SEARCHING,
  /** Wanted, but not released yet. */
  WAITING_FOR_RELEASE,
  /** Requested, but no server was told yet. */
  REQUESTED,
  REQUESTABLE,
  NOT_REQUESTABLE,
  /** A server that is needed for the status does not answer. */
  UNKNOWN
}
