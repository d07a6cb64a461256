package com.stoganet.proxy.clients.seerr;

import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.rest.client.ext.ResponseExceptionMapper;

/** Makes a failure of every answer that is not a success; redirects are never followed. */
public class SeerrFailureMapper implements ResponseExceptionMapper<SeerrFailure> {

  private static final int FIRST_REDIRECT = 300;

  @Override
  public boolean handles(int status, MultivaluedMap<String, Object> headers) {
    return status >= FIRST_REDIRECT;
  }

  @Override
  public SeerrFailure toThrowable(Response response) {
    String body = response.hasEntity() ? response.readEntity(String.class) : "";
    return SeerrFailure.of(response.getStatus(), body);
  }
}
