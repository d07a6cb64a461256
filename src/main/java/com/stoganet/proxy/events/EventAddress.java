package com.stoganet.proxy.events;

/**
 * An address of the event stream that needs no token.
 *
 * @param url contains a ticket
 * @param expiresIn seconds until it expires
 */
public record EventAddress(String url, int expiresIn) {

  /** Omits the ticket, so that no log contains it. */
  @Override
  public String toString() {
    return "EventAddress[expiresIn=" + expiresIn + "]";
  }
}
