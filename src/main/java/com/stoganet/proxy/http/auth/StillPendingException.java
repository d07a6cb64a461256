package com.stoganet.proxy.http.auth;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.time.Duration;

/** Ends a request whose answer is not there yet: 202, to be asked again after a while. */
final class StillPendingException extends WebApplicationException {

  private static final long serialVersionUID = 1L;

  StillPendingException(Duration again) {
    super(Response.accepted().header(HttpHeaders.RETRY_AFTER, again.toSeconds()).build());
  }

  /** It happens all the time and nobody looks at the stack, so that nobody shall pay for it. */
  @Override
  public synchronized Throwable fillInStackTrace() {
    return this;
  }
}
