package com.stoganet.proxy.clients.seerr;

import jakarta.ws.rs.client.ClientRequestContext;
import jakarta.ws.rs.client.ClientRequestFilter;

/** Sends the key with every request, as a header: a query would stand in logs. */
public class SeerrKey implements ClientRequestFilter {

  private final String key;

  SeerrKey(String key) {
    this.key = key;
  }

  @Override
  public void filter(ClientRequestContext request) {
    request.getHeaders().putSingle("X-Api-Key", key);
  }
}
