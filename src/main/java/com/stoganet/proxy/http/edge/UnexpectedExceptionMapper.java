package com.stoganet.proxy.http.edge;

import com.stoganet.proxy.shared.Log;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;

/** Handles bugs: the stack trace goes to the log, the client gets the request id only. */
public class UnexpectedExceptionMapper implements ExceptionMapper<Throwable> {

  private static final Log LOG = Log.of(UnexpectedExceptionMapper.class);

  @Override
  public Response toResponse(Throwable failure) {
    LOG.error("Unexpected failure", failure);
    return ErrorBodies.response(StatusFailures.of(500));
  }
}
