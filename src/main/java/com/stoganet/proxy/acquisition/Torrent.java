package com.stoganet.proxy.acquisition;

import java.time.Duration;
import java.util.Optional;

/**
 * A torrent as its client tells it.
 *
 * @param hash in lower case
 * @param size bytes; 0 as long as the client does not know what is in it
 * @param left bytes that are missing
 * @param speed bytes per second that come in
 * @param timeLeft empty when nobody knows, and for what is complete
 */
public record Torrent(
    String hash, long size, long left, long speed, Optional<Duration> timeLeft, State state) {

  /** What it is doing. */
  public enum State {
    /** Waits for its turn, or is being checked. */
    QUEUED,
    /** The client does not know yet what is in it. */
    METADATA,
    DOWNLOADING,
    /** It would go on if somebody sent something. */
    STALLED,
    PAUSED,
    COMPLETE,
    /** The client cannot go on: its disk is full, files are missing. */
    FAILED
  }
}
