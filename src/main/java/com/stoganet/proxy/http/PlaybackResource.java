package com.stoganet.proxy.http;

import com.stoganet.proxy.api.PlaybackApi;
import com.stoganet.proxy.api.model.WatchProgress;
import jakarta.enterprise.context.ApplicationScoped;

/** {@code /playback}: where somebody stopped. */
@ApplicationScoped
public class PlaybackResource implements PlaybackApi {

  @Override
  public void putPlaybackIdProgress(String id, WatchProgress progress) {
    throw NotYet.built();
  }
}
