package com.stoganet.proxy.http.auth;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.time.Duration;

/** Ends a request whose result is not available yet: 202, to be repeated after a while. */
final class StillPendingException extends WebApplicationException {

  private static final long serialVersionUID = 1L;

  StillPendingException(Duration again) {
    super(Response.accepted().header(HttpHeaders.RETRY_AFTER, again.toSeconds()).build());
  }

  /** It is thrown often and its stack is never read, so it has none. */
  @Override
  public synchronized Throwable fillInStackTrace() {
    return this;
  }
}
