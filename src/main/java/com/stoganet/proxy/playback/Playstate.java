package com.stoganet.proxy.playback;

import com.stoganet.proxy.media.JellyfinId;
import com.stoganet.proxy.media.Watchable;
import com.stoganet.proxy.shared.ApiException;
import com.stoganet.proxy.shared.Caller;

/**
 * Port: keeps what a user watched. Nothing here asks whether the caller may see it.
 *
 * <p>Every method throws {@link ApiException} when nothing could be kept.
 */
public interface Playstate {

  /** The caller begins to watch; counts, and makes it the last thing watched. */
  void started(Caller caller, Watchable what);

  /** The caller has come this far, in milliseconds. */
  void reached(Caller caller, Watchable what, long positionMillis);

  /** The caller stops there. */
  void stopped(Caller caller, Watchable what, long positionMillis);

  /** Marks as watched or not; a series with all its episodes. */
  void markPlayed(Caller caller, JellyfinId item, boolean played);

  void markFavorite(Caller caller, JellyfinId item, boolean favorite);
}
