package com.stoganet.proxy.clients.qbittorrent;

import jakarta.ws.rs.client.ClientRequestContext;
import jakarta.ws.rs.client.ClientRequestFilter;
import jakarta.ws.rs.core.HttpHeaders;

/** Sends the key with every request, in place of the cookie of a session. */
public class ApiKeyHeader implements ClientRequestFilter {

  private final String key;

  ApiKeyHeader(String key) {
    this.key = key;
  }

  @Override
  public void filter(ClientRequestContext request) {
    request.getHeaders().remove(HttpHeaders.COOKIE);
    request.getHeaders().putSingle(HttpHeaders.AUTHORIZATION, "Bearer " + key);
  }
}
