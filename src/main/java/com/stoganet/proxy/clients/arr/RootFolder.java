package com.stoganet.proxy.clients.arr;

/** Where titles are kept. */
public class RootFolder {
  public String path;
  public Boolean accessible;
}
