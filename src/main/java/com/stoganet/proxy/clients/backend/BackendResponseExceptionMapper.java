package com.stoganet.proxy.clients.backend;

import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.rest.client.ext.ResponseExceptionMapper;

/** Turns every answer that is not a success into an exception; redirects are never followed. */
public final class BackendResponseExceptionMapper
    implements ResponseExceptionMapper<BackendResponseException> {

  private static final int FIRST_REDIRECT = 300;

  private final String label;

  BackendResponseExceptionMapper(String label) {
    this.label = label;
  }

  @Override
  public boolean handles(int status, MultivaluedMap<String, Object> headers) {
    return status >= FIRST_REDIRECT;
  }

  @Override
  public BackendResponseException toThrowable(Response response) {
    String body = response.hasEntity() ? response.readEntity(String.class) : "";
    return new BackendResponseException(label, response.getStatus(), body);
  }
}
