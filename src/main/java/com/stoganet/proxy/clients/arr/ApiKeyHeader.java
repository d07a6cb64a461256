package com.stoganet.proxy.clients.arr;

import jakarta.ws.rs.client.ClientRequestContext;
import jakarta.ws.rs.client.ClientRequestFilter;

/** Sends the key as a header: in the address it would end in the logs of every proxy. */
public class ApiKeyHeader implements ClientRequestFilter {

  private final String key;

  public ApiKeyHeader(String key) {
    this.key = key;
  }

  @Override
  public void filter(ClientRequestContext request) {
    request.getHeaders().putSingle("X-Api-Key", key);
  }
}
