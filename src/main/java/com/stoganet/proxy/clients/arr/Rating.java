package com.stoganet.proxy.clients.arr;

/** What people think of a title, from 0 to 10. */
public class Rating {
  public Double value;
}
