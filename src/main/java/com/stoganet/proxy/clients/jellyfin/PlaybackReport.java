package com.stoganet.proxy.clients.jellyfin;

/** What a player reports to Jellyfin; null fields are left out. */
public class PlaybackReport {
  public String itemId;

  /** Jellyfin 12 stores the state of each version separately. */
  public String mediaSourceId;

  /** Units of 100 ns. Without it, Jellyfin takes a stop as the end of the video. */
  public Long positionTicks;

  public String playMethod = "DirectPlay";
  public boolean canSeek = true;
}
