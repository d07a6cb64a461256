package com.stoganet.proxy.shared;

/**
 * Where a request comes from, whatever stands between.
 *
 * @param text the address as it is written shortest
 * @param network what one household has: the address itself, of IPv6 its /64
 */
public record ClientAddress(String text, String network) {

  /** The request attribute that carries it behind the outermost filter. */
  public static final String ATTRIBUTE = ClientAddress.class.getName();
}
