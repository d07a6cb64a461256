package com.stoganet.proxy.clients.jellyfin;

/** What Jellyfin reports without a sign-in; while it starts, all of it may be missing. */
public class PublicSystemInfo {
  public String id;
  public String version;
  public Boolean startupWizardCompleted;
}
