package com.stoganet.proxy.clients.arr;

/** Which releases are good enough. */
public class QualityProfile {
  public Integer id;
  public String name;
}
