package com.stoganet.proxy.http.edge;

import com.stoganet.proxy.api.model.Error;
import com.stoganet.proxy.api.model.ErrorBody;
import com.stoganet.proxy.api.model.ErrorCode;
import com.stoganet.proxy.shared.ApiException;
import com.stoganet.proxy.shared.RequestId;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

/** Writes the error body of the contract, for JAX-RS and for servlets. */
final class ErrorBodies {

  private ErrorBodies() {}

  static Response response(ApiException failure) {
    Response.ResponseBuilder response =
        Response.status(failure.status())
            .type(MediaType.APPLICATION_JSON_TYPE)
            .entity(body(failure));
    headers(failure).forEach(response::header);
    return response.build();
  }

  static void write(ApiException failure, HttpServletResponse response) throws IOException {
    response.setStatus(failure.status());
    headers(failure).forEach(response::setHeader);
    JsonBody.write(body(failure), response);
  }

  private static Map<String, String> headers(ApiException failure) {
    Map<String, String> headers = new HashMap<>();
    if (failure.status() == HttpServletResponse.SC_UNAUTHORIZED) {
      headers.put("WWW-Authenticate", "Bearer");
    }
    if (failure.retryAfterSeconds() > 0) {
      headers.put("Retry-After", Integer.toString(failure.retryAfterSeconds()));
    }
    return headers;
  }

  private static Error body(ApiException failure) {
    ErrorBody error =
        new ErrorBody()
            .code(ErrorCode.fromString(failure.code().text()))
            .message(failure.getMessage())
            .details(failure.details().isEmpty() ? null : failure.details());
    return new Error().error(error).requestId(RequestId.current());
  }
}
