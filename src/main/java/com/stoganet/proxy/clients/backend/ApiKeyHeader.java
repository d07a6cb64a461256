package com.stoganet.proxy.clients.backend;

import jakarta.ws.rs.client.ClientRequestContext;
import jakarta.ws.rs.client.ClientRequestFilter;
import jakarta.ws.rs.core.HttpHeaders;

/**
 * Sends the API key in a header of every request; in the address, every reverse proxy on the way
 * would log it.
 */
public final class ApiKeyHeader implements ClientRequestFilter {

  private final String name;
  private final String value;

  /**
   * @param name of the header, such as X-Api-Key
   */
  public ApiKeyHeader(String name, String value) {
    this.name = name;
    this.value = value;
  }

  @Override
  public void filter(ClientRequestContext request) {
    request.getHeaders().remove(HttpHeaders.COOKIE);
    request.getHeaders().putSingle(name, value);
  }
}
