package com.stoganet.proxy.http.edge;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;

/** The answer to the current request, for headers that JAX-RS cannot set itself. */
@RequestScoped
public class CurrentResponse {

  private final HttpServletRequest request;

  /** For the proxies of CDI only. */
  protected CurrentResponse() {
    this(null);
  }

  @Inject
  public CurrentResponse(HttpServletRequest request) {
    this.request = request;
  }

  public void header(String name, String value) {
    response().ifPresent(response -> response.setHeader(name, value));
  }

  /** Adds a request header that the answer depends on. */
  void varies(String name) {
    response().ifPresent(response -> response.addHeader("Vary", name));
  }

  /** The length of the body, which a HEAD is told without getting it. */
  void length(int bytes) {
    response().ifPresent(response -> response.setContentLength(bytes));
  }

  private Optional<HttpServletResponse> response() {
    return Optional.ofNullable((HttpServletResponse) request.getAttribute(RequestLimits.RESPONSE));
  }
}
