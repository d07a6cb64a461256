package com.stoganet.proxy.events;

/**
 * Where live updates come without a token.
 *
 * @param url with a ticket in it
 * @param expiresIn seconds for which it can be opened
 */
public record EventAddress(String url, int expiresIn) {

  /** Without the ticket, so that it cannot slip into a log. */
  @Override
  public String toString() {
    return "EventAddress[expiresIn=" + expiresIn + "]";
  }
}
