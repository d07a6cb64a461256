package com.stoganet.proxy.clients.arr;

/** The name and version that a server reports. */
public class SystemStatus {
  public String appName;
  public String version;
}
