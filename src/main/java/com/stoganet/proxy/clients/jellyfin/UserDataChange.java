package com.stoganet.proxy.clients.jellyfin;

/** What is set of the state of an item; null fields stay as they are. */
public class UserDataChange {
  /** Units of 100 ns. */
  public Long playbackPositionTicks;

  public Boolean played;

  /** An instant; Resume is ordered by it. */
  public String lastPlayedDate;
}
