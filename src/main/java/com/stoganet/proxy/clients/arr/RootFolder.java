package com.stoganet.proxy.clients.arr;

/** A folder in which a server stores titles. */
public class RootFolder {
  public String path;
  public Boolean accessible;
}
