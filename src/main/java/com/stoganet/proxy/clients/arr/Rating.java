package com.stoganet.proxy.clients.arr;

/** A rating of a title, from 0 to 10. */
public class Rating {
  public Double value;
}
