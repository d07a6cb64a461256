package com.stoganet.proxy.clients.jellyfin;

import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.rest.client.ext.ResponseExceptionMapper;

/** Makes a failure of every answer that is not a success; redirects are never followed. */
public class JellyfinFailureMapper implements ResponseExceptionMapper<JellyfinFailure> {

  private static final int FIRST_REDIRECT = 300;

  @Override
  public boolean handles(int status, MultivaluedMap<String, Object> headers) {
    return status >= FIRST_REDIRECT;
  }

  @Override
  public JellyfinFailure toThrowable(Response response) {
    boolean empty = !response.hasEntity() || response.readEntity(String.class).isEmpty();
    return new JellyfinFailure(response.getStatus(), empty);
  }
}
