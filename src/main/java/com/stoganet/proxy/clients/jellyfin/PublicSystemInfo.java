package com.stoganet.proxy.clients.jellyfin;

/** What Jellyfin reports without a sign-in; while it starts, the version is missing. */
public class PublicSystemInfo {
  public String version;
}
