package com.stoganet.proxy.http.edge;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/** The answer to the current request, for headers that only a resource knows. */
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
    if (request.getAttribute(RequestLimits.RESPONSE) instanceof HttpServletResponse response) {
      response.setHeader(name, value);
    }
  }
}
