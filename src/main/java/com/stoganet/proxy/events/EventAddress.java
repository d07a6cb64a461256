package com.stoganet.proxy.events;

/**
 * An address of the live updates that needs no token.
 *
 * @param url contains a ticket
 * @param expiresIn seconds for which it works
 */
public record EventAddress(String url, int expiresIn) {

  /** Without the ticket, so that it cannot slip into a log. */
  @Override
  public String toString() {
    return "EventAddress[expiresIn=" + expiresIn + "]";
  }
}
