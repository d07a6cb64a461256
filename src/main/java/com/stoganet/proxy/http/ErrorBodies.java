package com.stoganet.proxy.http;

import com.stoganet.proxy.api.model.Error;
import com.stoganet.proxy.api.model.ErrorBody;
import com.stoganet.proxy.api.model.ErrorCode;
import com.stoganet.proxy.shared.ApiException;
import com.stoganet.proxy.shared.RequestId;
import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/** Writes the error body of the contract, for JAX-RS and for servlets. */
final class ErrorBodies {

  private static final Jsonb JSON = JsonbBuilder.create();

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
    byte[] body = JSON.toJson(body(failure)).getBytes(StandardCharsets.UTF_8);
    response.setStatus(failure.status());
    response.setContentType(MediaType.APPLICATION_JSON);
    response.setContentLength(body.length);
    headers(failure).forEach(response::setHeader);
    response.getOutputStream().write(body);
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
