package com.stoganet.proxy.clients.arr;

/** What a server says about itself. */
public class SystemStatus {
  public String appName;
  public String version;
}
