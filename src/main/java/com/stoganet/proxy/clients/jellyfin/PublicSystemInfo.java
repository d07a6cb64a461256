package com.stoganet.proxy.clients.jellyfin;

/** What Jellyfin tells everybody; without a version it is still starting. */
public class PublicSystemInfo {
  public String version;
}
