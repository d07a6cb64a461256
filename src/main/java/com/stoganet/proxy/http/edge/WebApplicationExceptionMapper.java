package com.stoganet.proxy.http.edge;

import com.stoganet.proxy.shared.ApiException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;

/**
 * Handles what JAX-RS itself rejects: unknown paths, wrong methods, wrong media types. Answers that
 * are no failures pass.
 */
public class WebApplicationExceptionMapper implements ExceptionMapper<WebApplicationException> {

  @Override
  public Response toResponse(WebApplicationException failure) {
    if (failure.getCause() instanceof ApiException cause) {
      return ErrorBodies.response(cause);
    }
    Response refused = failure.getResponse();
    if (refused.getStatus() < Response.Status.BAD_REQUEST.getStatusCode()) {
      return refused;
    }
    Response answer = ErrorBodies.response(StatusFailures.of(refused.getStatus()));
    String allow = refused.getHeaderString("Allow");
    return allow == null ? answer : Response.fromResponse(answer).header("Allow", allow).build();
  }
}
