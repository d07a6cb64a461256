package com.stoganet.proxy.acquisition;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * An item of the queue of an {@link Arr}. A release with many episodes has an item for each
 * episode, all with the same download and the full size.
 *
 * @param row the server's own id of the item
 * @param title {@link ArrTitle#key()}; 0 when the server cannot match the release to a title
 * @param season -1 when the item is no episode
 * @param episode number of the episode within its season; -1 when the item is no episode
 * @param release the name of the release
 * @param size bytes of the whole download; 0 when unknown; the server reports fractions, too
 * @param left bytes that are missing
 * @param timeLeft empty when unknown
 * @param download the download client's id, in the server's spelling; empty while no download
 *     client has the release
 * @param warning whether the server marks the item with a warning
 * @param messages the server's own messages about the item
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

  /** Identifies the download within the queue; all items of one download share it. */
  public String belongsTo() {
    return download.isEmpty() ? "row " + row : download;
  }

  /** The phase of the download. */
  public enum Phase {
    /** Waits in the download client for its turn. */
    QUEUED,
    /** The server's delay profile holds the release back. */
    DELAYED,
    /** The server holds the release back because its download client or indexer does not answer. */
    CLIENT_AWAY,
    DOWNLOADING,
    PAUSED,
    /** Downloaded; the server is about to import it. */
    IMPORTING,
    /** Downloaded; an administrator has to help with the import. */
    IMPORT_BLOCKED,
    FAILED
  }
}
