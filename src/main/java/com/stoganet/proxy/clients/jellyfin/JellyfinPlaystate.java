package com.stoganet.proxy.clients.jellyfin;

import com.stoganet.proxy.clients.backend.BackendResponseException;
import com.stoganet.proxy.media.JellyfinId;
import com.stoganet.proxy.playback.OpenPlay;
import com.stoganet.proxy.playback.Playstate;
import com.stoganet.proxy.shared.Caller;
import com.stoganet.proxy.shared.Log;
import com.stoganet.proxy.shared.Service;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * Reports to Jellyfin the way a player does, with the caller's own token.
 *
 * <p>Setting the position directly bypasses Jellyfin's rules for what counts as begun and as
 * watched; that is for videos on which the rules do not fit.
 */
@Service
public class JellyfinPlaystate implements Playstate {

  private static final Log LOG = Log.of(JellyfinPlaystate.class);

  private final JellyfinConnection jellyfin;
  private final JellyfinItemAccess access;

  @Inject
  public JellyfinPlaystate(JellyfinConnection jellyfin, JellyfinItemAccess access) {
    this.jellyfin = jellyfin;
    this.access = access;
  }

  @Override
  public void started(Caller caller, OpenPlay play) {
    jellyfin.write(api -> api.playing(AuthorizationHeader.of(caller), report(play)));
  }

  @Override
  public void reached(Caller caller, OpenPlay play) {
    jellyfin.write(api -> api.progress(AuthorizationHeader.of(caller), report(play)));
  }

  @Override
  public void stopped(Caller caller, OpenPlay play) {
    jellyfin.write(api -> api.stopped(AuthorizationHeader.of(caller), report(play)));
  }

  @Override
  public Optional<Kept> of(Caller caller, JellyfinId item) {
    return access
        .item(caller, item)
        .map(
            found ->
                new Kept(
                    JellyfinItems.progress(found).positionMillis(),
                    JellyfinItems.progress(found).played(),
                    lastPlayed(found)));
  }

  private static Instant lastPlayed(BaseItem item) {
    Instant when = JellyfinItems.lastPlayed(item);
    return when == null ? null : when.truncatedTo(ChronoUnit.MILLIS);
  }

  /** A user who may not change preferences in Jellyfin cannot have a position set. */
  @Override
  public void set(
      Caller caller, JellyfinId item, long positionMillis, Instant now, Boolean played) {
    UserDataChange change = new UserDataChange();
    change.playbackPositionTicks = JellyfinItems.ticks(positionMillis);
    change.played = played;
    change.lastPlayedDate = now.toString();
    String header = AuthorizationHeader.of(caller);
    try {
      BaseItem.UserData unused =
          jellyfin.writeRaw(
              api -> api.setUserData(header, item.hex(), caller.jellyfinUserId(), change));
    } catch (BackendResponseException answer) {
      if (answer.status() != 403) {
        throw JellyfinConnection.refusal(answer);
      }
      LOG.debug("Jellyfin does not let user " + caller.userId() + " set a position");
    }
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

  private static PlaybackReport report(OpenPlay play) {
    PlaybackReport report = new PlaybackReport();
    report.itemId = play.item().hex();
    report.mediaSourceId = play.source().hex();
    report.positionTicks = JellyfinItems.ticks(Math.max(0, play.positionMillis()));
    return report;
  }
}
