package com.stoganet.proxy.http;

import com.stoganet.proxy.shared.ApiException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;

/** Answers with the failure a feature reported. */
public class ApiExceptionMapper implements ExceptionMapper<ApiException> {

  @Override
  public Response toResponse(ApiException failure) {
    return ErrorBodies.response(failure);
  }
}
