package com.stoganet.proxy.clients.jellyfin;

/** What a player tells Jellyfin; nulls are left out. */
public class PlaybackReport {
  public String itemId;

  /** Jellyfin 12 keeps the state of each version apart. */
  public String mediaSourceId;

  /** Units of 100 ns. Stopping without one would mean that the end was reached. */
  public Long positionTicks;

  public String playMethod = "DirectPlay";
  public boolean canSeek = true;
}
