package com.stoganet.proxy.http.edge;

import com.stoganet.proxy.shared.ApiException;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

/** Answers with the failure a feature reported. */
@Provider
@Dependent
public class ApiExceptionMapper implements ExceptionMapper<ApiException> {

  private LostJellyfinSession lostSession;
  private HttpServletRequest request;

  /** Not by the constructor: Open Liberty wants providers to have a plain one, Payara a bean. */
  @Inject
  void use(LostJellyfinSession lost, HttpServletRequest current) {
    this.lostSession = lost;
    this.request = current;
  }

  @Override
  public Response toResponse(ApiException failure) {
    return ErrorBodies.response(lostSession.confirmed(failure, request));
  }
}
