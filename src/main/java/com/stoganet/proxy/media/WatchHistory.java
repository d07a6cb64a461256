package com.stoganet.proxy.media;

import com.stoganet.proxy.shared.ApiException;
import com.stoganet.proxy.shared.Caller;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * Port: what the caller watches, and what is new.
 *
 * <p>Every method throws {@link ApiException} when the server does not answer.
 */
public interface WatchHistory {

  /** Movies and episodes that the caller stopped in the middle of, the latest first. */
  List<Viewed> inProgress(Caller caller, int limit);

  /** The next episode of each series that the caller watches, the latest series first. */
  List<Viewed> nextUp(Caller caller, int limit);

  /** When the caller last watched an episode of each series, as far back as makes a difference. */
  Map<JellyfinId, Instant> lastWatched(Caller caller);

  /** Series with new episodes, the newest first. */
  List<Title> recentSeries(Caller caller, int limit);

  /**
   * Something to go on with.
   *
   * @param title the movie, or the series of the episode as far as the episode knows it
   * @param episode null for a movie
   * @param lastPlayed null when unknown
   */
  record Viewed(Title title, Episode episode, Progress progress, Instant lastPlayed) {

    /** The same with what else is known of the title. */
    Viewed of(Title known) {
      return new Viewed(known, episode, progress, lastPlayed);
    }
  }
}
