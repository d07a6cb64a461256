package com.stoganet.proxy.clients.seerr;

/** What Seerr tells everybody. */
public class SeerrStatus {
  public String version;
}
