package com.stoganet.proxy.acquisition;

import java.time.Duration;
import java.util.Optional;

/**
 * A torrent as the download client reports it.
 *
 * @param hash in lower case
 * @param size bytes; 0 as long as the download client has no metadata of it
 * @param left bytes that are missing
 * @param speed bytes per second, downloaded
 * @param timeLeft empty when unknown, and for a complete torrent
 */
public record Torrent(
    String hash, long size, long left, long speed, Optional<Duration> timeLeft, State state) {

  /** The state of a torrent. */
  public enum State {
    /** The torrent waits for its turn. */
    QUEUED,
    /** The download client checks what it has of the files; the download goes on afterwards. */
    CHECKING,
    /** The download client has no metadata of the torrent yet. */
    METADATA,
    DOWNLOADING,
    /** No peer sends data. */
    STALLED,
    PAUSED,
    COMPLETE,
    /**
     * The download client cannot continue, for example because its disk is full or files are
     * missing.
     */
    FAILED
  }
}
