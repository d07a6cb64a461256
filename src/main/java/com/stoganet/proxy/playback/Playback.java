package com.stoganet.proxy.playback;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.stoganet.proxy.media.CatalogId;
import com.stoganet.proxy.media.JellyfinId;
import com.stoganet.proxy.media.TitleLookup;
import com.stoganet.proxy.media.WatchChanged;
import com.stoganet.proxy.media.Watchable;
import com.stoganet.proxy.shared.ApiException;
import com.stoganet.proxy.shared.Caller;
import com.stoganet.proxy.shared.Service;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Duration;

/**
 * Watching: where a user is, what they have watched, what they like.
 *
 * <p>Apps report positions only. Jellyfin wants to be told of the beginning, too: that is what
 * counts a play, and what Resume and Next Up are ordered by.
 */
@Service
public class Playback {

  /** Jellyfin 12: a player that is silent for longer has stopped. */
  private static final Duration SILENCE = Duration.ofMinutes(5);

  private static final long ROOM = 10_000;

  /** Players round, and containers do not always tell the truth to the second. */
  private static final long TOLERANCE_MILLIS = 10_000;

  /** Nothing that is watched lasts longer; for videos of unknown length. */
  private static final long LONGEST_MILLIS = Duration.ofDays(2).toMillis();

  /** What plays on a device, and how far it has come. */
  private record Playing(JellyfinId item, long positionMillis) {}

  private final TitleLookup titles;
  private final Playstate playstate;
  private final Event<WatchChanged> changes;
  private final Cache<String, Playing> playing =
      Caffeine.newBuilder().maximumSize(ROOM).expireAfterWrite(SILENCE).build();

  @Inject
  public Playback(TitleLookup titles, Playstate playstate, Event<WatchChanged> changes) {
    this.titles = titles;
    this.playstate = playstate;
    this.changes = changes;
  }

  /**
   * The caller is at this position of a movie or an episode.
   *
   * @param positionMillis milliseconds from the start
   * @param played whether that counts as the end
   * @throws ApiException validation_failed for a position that there is not
   */
  public void progress(Caller caller, CatalogId id, long positionMillis, boolean played) {
    Watchable what = titles.watchable(caller, id);
    if (!what.playable()) {
      throw ApiException.invalid("id", "Only a movie or an episode in the library has a position.");
    }
    long position = checked(positionMillis, what.runtimeMillis());
    report(caller, what, position);
    if (played) {
      stop(caller, what);
      playstate.markPlayed(caller, what.item(), true);
    }
    changes.fire(new WatchChanged(caller.userId()));
  }

  /** Marks a title as watched or not; a series with all its episodes. */
  public void markPlayed(Caller caller, CatalogId id, boolean played) {
    Watchable what = titles.watchable(caller, id);
    stop(caller, what);
    playstate.markPlayed(caller, what.item(), played);
    changes.fire(new WatchChanged(caller.userId()));
  }

  /** Marks a title as a favorite, or no longer. */
  public void markFavorite(Caller caller, CatalogId id, boolean favorite) {
    playstate.markFavorite(caller, titles.watchable(caller, id).item(), favorite);
    changes.fire(new WatchChanged(caller.userId()));
  }

  private void report(Caller caller, Watchable what, long position) {
    Playing now = new Playing(what.item(), position);
    Playing before = playing.asMap().put(caller.sessionId(), now);
    if (before == null || !before.item().equals(what.item())) {
      try {
        playstate.started(caller, what);
      } catch (ApiException e) {
        // It did not begin, so the next report has to begin it.
        playing.invalidate(caller.sessionId());
        throw e;
      }
    }
    playstate.reached(caller, what, position);
  }

  /** A session that Jellyfin believes to be running would bring the position back later. */
  private void stop(Caller caller, Watchable what) {
    Playing now = playing.getIfPresent(caller.sessionId());
    if (now != null && now.item().equals(what.item())) {
      playing.invalidate(caller.sessionId());
      playstate.stopped(caller, what, now.positionMillis());
    }
  }

  private static long checked(long positionMillis, long runtimeMillis) {
    long end = runtimeMillis > 0 ? runtimeMillis : LONGEST_MILLIS;
    boolean behindTheEnd = positionMillis > end + TOLERANCE_MILLIS;
    if (positionMillis < 0 || behindTheEnd) {
      throw ApiException.invalid(
          "position_ms", "position_ms must lie between the beginning and the end.");
    }
    return Math.min(positionMillis, end);
  }
}
