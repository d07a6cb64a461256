package com.stoganet.proxy.playback;

import com.stoganet.proxy.media.JellyfinId;
import com.stoganet.proxy.shared.ApiException;
import com.stoganet.proxy.shared.Caller;
import java.time.Instant;
import java.util.Optional;

/**
 * Port: keeps what a user watched. Nothing here asks whether the caller may see it.
 *
 * <p>Every method throws {@link ApiException} when nothing could be kept, item_not_found for an
 * item that is gone.
 */
public interface Playstate {

  /**
   * What is kept of an item.
   *
   * @param lastPlayed when it was begun or marked last, in milliseconds; null when unknown
   */
  record Kept(long positionMillis, boolean played, Instant lastPlayed) {}

  /** The caller begins to watch; counts, and makes it the last thing watched. */
  void started(Caller caller, OpenPlay play);

  /**
   * When Jellyfin believes that the caller began it or marked it last; empty when it is unknown.
   */
  default Optional<Instant> begunAt(Caller caller, OpenPlay play) {
    return of(caller, play.source()).map(Kept::lastPlayed);
  }

  /** The caller has come this far. */
  void reached(Caller caller, OpenPlay play);

  /** The caller stops there. */
  void stopped(Caller caller, OpenPlay play);

  /** What is kept of the item; empty when it is gone. */
  Optional<Kept> of(Caller caller, JellyfinId item);

  /**
   * Sets the position as it is, whatever it means for the title.
   *
   * @param now makes it the last thing watched
   * @param played null leaves that as it is
   */
  void set(Caller caller, JellyfinId item, long positionMillis, Instant now, Boolean played);

  /** Marks as watched or not; a series or a season with all its episodes. */
  void markPlayed(Caller caller, JellyfinId item, boolean played);

  void markFavorite(Caller caller, JellyfinId item, boolean favorite);
}
