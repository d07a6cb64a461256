package com.stoganet.proxy.clients.jellyfin;

import com.stoganet.proxy.media.JellyfinId;
import com.stoganet.proxy.media.Watchable;
import com.stoganet.proxy.playback.Playstate;
import com.stoganet.proxy.shared.Caller;
import com.stoganet.proxy.shared.Service;
import jakarta.inject.Inject;

/**
 * Reports to Jellyfin the way a player does, with the caller's own token.
 *
 * <p>Setting the position directly would bypass Jellyfin's rules for what counts as begun and as
 * watched, and would not make it the last thing watched.
 */
@Service
public class JellyfinPlaystate implements Playstate {

  private final JellyfinConnection jellyfin;

  @Inject
  public JellyfinPlaystate(JellyfinConnection jellyfin) {
    this.jellyfin = jellyfin;
  }

  @Override
  public void started(Caller caller, Watchable what) {
    jellyfin.write(api -> api.playing(AuthorizationHeader.of(caller), report(what, 0)));
  }

  @Override
  public void reached(Caller caller, Watchable what, long positionMillis) {
    jellyfin.write(
        api -> api.progress(AuthorizationHeader.of(caller), report(what, positionMillis)));
  }

  @Override
  public void stopped(Caller caller, Watchable what, long positionMillis) {
    jellyfin.write(
        api -> api.stopped(AuthorizationHeader.of(caller), report(what, positionMillis)));
  }

  @Override
  public void markPlayed(Caller caller, JellyfinId item, boolean played) {
    mark(caller, item, played ? JellyfinApi::markPlayed : JellyfinApi::markUnplayed);
  }

  @Override
  public void markFavorite(Caller caller, JellyfinId item, boolean favorite) {
    mark(caller, item, favorite ? JellyfinApi::markFavorite : JellyfinApi::unmarkFavorite);
  }

  private void mark(Caller caller, JellyfinId item, Mark mark) {
    String header = AuthorizationHeader.of(caller);
    jellyfin.write(api -> mark.set(api, header, item.hex(), caller.jellyfinUserId()));
  }

  /** A call that sets or removes a mark; the proxy does not use its answer. */
  private interface Mark {
    BaseItem.UserData set(JellyfinApi api, String authorization, String id, String userId);
  }

  private static PlaybackReport report(Watchable what, long positionMillis) {
    PlaybackReport report = new PlaybackReport();
    report.itemId = what.item().hex();
    report.mediaSourceId = what.source().hex();
    report.positionTicks = JellyfinItems.ticks(positionMillis);
    return report;
  }
}
