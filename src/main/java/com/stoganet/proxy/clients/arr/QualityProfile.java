package com.stoganet.proxy.clients.arr;

/** A quality profile, which says which releases the server accepts. */
public class QualityProfile {
  public Integer id;
  public String name;
}
