package com.stoganet.proxy.clients.seerr;

/** The status that Seerr sends without an API key. */
public class SeerrStatus {
  public String version;
}
