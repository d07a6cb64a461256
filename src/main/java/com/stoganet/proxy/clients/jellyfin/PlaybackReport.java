package com.stoganet.proxy.clients.jellyfin;

/** What a player reports to Jellyfin; null fields are left out. */
public class PlaybackReport {
  public String itemId;

  /** Jellyfin 12 stores the state of each version separately. */
  public String mediaSourceId;

  /** Units of 100 ns. Without it, Jellyfin takes a stop as the end of the video. */
  public Long positionTicks;

  /**
   * A player that is not paused is believed to go on, a second in each second: when its reports
   * end, Jellyfin stores a position that it counted itself. It counts nothing for a paused one.
   */
  public boolean isPaused = true;

  public String playMethod = "DirectPlay";
  public boolean canSeek = true;
}
