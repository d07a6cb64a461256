package com.stoganet.proxy.http.edge;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;

/** Ends the request because the client has this version of the answer already. */
final class NotModifiedException extends WebApplicationException {

  private static final long serialVersionUID = 1L;

  /** {@code tag} is the entity tag that the client has, quotes included. */
  NotModifiedException(String tag) {
    super(Response.notModified().header(HttpHeaders.ETAG, tag).build());
  }

  /** It is thrown often and its stack is never read, so it has none. */
  @Override
  public synchronized Throwable fillInStackTrace() {
    return this;
  }
}
