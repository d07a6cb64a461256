package com.stoganet.proxy.clients.jellyfin;

/** Asks Jellyfin how a video would be played. */
public class PlaybackInfoRequest {
  public String userId;

  PlaybackInfoRequest(String userId) {
    this.userId = userId;
  }
}
