package com.stoganet.proxy.http.edge;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;

/** Ends the building of an answer that the client has already. */
final class NotModifiedException extends WebApplicationException {

  private static final long serialVersionUID = 1L;

  /** {@code tag} is the one the client has, quotes included. */
  NotModifiedException(String tag) {
    super(Response.notModified().header(HttpHeaders.ETAG, tag).build());
  }

  /** It happens all the time and nobody looks at the stack, so that nobody shall pay for it. */
  @Override
  public synchronized Throwable fillInStackTrace() {
    return this;
  }
}
