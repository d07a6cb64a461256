package com.stoganet.proxy.clients.jellyfin;

import com.stoganet.proxy.shared.ClientAddress;
import jakarta.ws.rs.client.ClientRequestContext;
import jakarta.ws.rs.client.ClientRequestFilter;

/**
 * Tells Jellyfin the address of the client with everything that is done for a user, so that
 * Jellyfin can apply its own rules for remote access.
 *
 * <p>Jellyfin believes it only if the proxy is one of its known proxies, which it reads when it
 * starts. The address is the one that the proxy itself found out, never one that the client wrote.
 */
final class ForwardedClient implements ClientRequestFilter {

  private static final String AUTHORIZATION = "Authorization";

  private final String ownAuthorization;

  /** With the header of the proxy's own requests, which no client makes. */
  ForwardedClient(String ownAuthorization) {
    this.ownAuthorization = ownAuthorization;
  }

  @Override
  public void filter(ClientRequestContext request) {
    ClientAddress client = ClientAddress.current();
    Object authorization = request.getHeaders().getFirst(AUTHORIZATION);
    if (client != null && authorization != null && !authorization.equals(ownAuthorization)) {
      request.getHeaders().putSingle("X-Forwarded-For", client.text());
    }
  }
}
