package com.stoganet.proxy.http.playback;

import com.stoganet.proxy.api.PlaybackApi;
import com.stoganet.proxy.api.model.WatchProgress;
import com.stoganet.proxy.http.edge.CurrentCaller;
import com.stoganet.proxy.media.CatalogId;
import com.stoganet.proxy.media.JellyfinId;
import com.stoganet.proxy.playback.Playback;
import com.stoganet.proxy.playback.WatchReport;
import com.stoganet.proxy.shared.ApiException;
import com.stoganet.proxy.shared.Service;
import jakarta.inject.Inject;
import java.util.Optional;

/** {@code /playback}: progress, watched marks and favorites. */
@Service
public class PlaybackResource implements PlaybackApi {

  private final Playback playback;
  private final CurrentCaller caller;

  @Inject
  public PlaybackResource(Playback playback, CurrentCaller caller) {
    this.playback = playback;
    this.caller = caller;
  }

  @Override
  public void putPlaybackIdProgress(String id, WatchProgress progress) {
    WatchReport report =
        new WatchReport(
            progress.getPositionMs(),
            progress.getPlayed(),
            Optional.ofNullable(progress.getSourceId()).map(PlaybackResource::source));
    playback.progress(caller.get(), CatalogId.parseOrBare(id), report);
  }

  private static JellyfinId source(String id) {
    return JellyfinId.parse(id)
        .orElseThrow(
            () -> ApiException.invalid("source_id", "source_id must be the id of a version."));
  }

  @Override
  public void putPlaybackIdPlayed(String id) {
    playback.markPlayed(caller.get(), CatalogId.parseOrBare(id), true);
  }

  @Override
  public void deletePlaybackIdPlayed(String id) {
    playback.markPlayed(caller.get(), CatalogId.parseOrBare(id), false);
  }

  @Override
  public void putPlaybackIdFavorite(String id) {
    playback.markFavorite(caller.get(), CatalogId.parseOrBare(id), true);
  }

  @Override
  public void deletePlaybackIdFavorite(String id) {
    playback.markFavorite(caller.get(), CatalogId.parseOrBare(id), false);
  }
}
