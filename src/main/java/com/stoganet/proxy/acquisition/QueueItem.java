package com.stoganet.proxy.acquisition;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * A row of the queue of an {@link Arr}. A release with many episodes has a row for each of them,
 * all with the same download and the full size.
 *
 * @param row the server's own number of the row
 * @param title {@link ArrTitle#key()}; 0 when the server does not know what it is
 * @param season -1 when it is none
 * @param episode number of the episode within its season; -1 when it is none
 * @param release what the release calls itself
 * @param size bytes of the whole download; 0 when nobody knows; the server does tell fractions
 * @param left bytes that are missing
 * @param timeLeft empty when nobody knows
 * @param download the id at the download client, in the server's spelling; empty for what is not
 *     with a client yet
 * @param warning whether the server thinks that somebody should look at it
 * @param messages what the server says about it, in its own words
 */
public record QueueItem(
    long row,
    int title,
    int season,
    int episode,
    String release,
    double size,
    double left,
    Optional<Duration> timeLeft,
    Phase phase,
    String download,
    boolean warning,
    List<String> messages) {

  /** What tells its download from all others of the queue; rows of one share it. */
  public String belongsTo() {
    return download.isEmpty() ? "row " + row : download;
  }

  /** How far it is. */
  public enum Phase {
    /** Waits in the download client for its turn. */
    QUEUED,
    /** Held back for a while by a rule of the server. */
    DELAYED,
    /** Held back since the download client, or the indexer, does not answer. */
    CLIENT_AWAY,
    DOWNLOADING,
    PAUSED,
    /** Downloaded; about to be put into the library. */
    IMPORTING,
    /** Downloaded, but cannot be put into the library without somebody's help. */
    IMPORT_BLOCKED,
    FAILED
  }
}
