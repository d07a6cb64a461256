package com.stoganet.proxy.http;

import com.stoganet.proxy.auth.Origin;
import com.stoganet.proxy.shared.ClientAddress;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;

/** Where the current request comes from. */
@RequestScoped
public class CurrentOrigin {

  private final HttpServletRequest request;

  /** For the proxies of CDI only. */
  protected CurrentOrigin() {
    this(null);
  }

  @Inject
  public CurrentOrigin(HttpServletRequest request) {
    this.request = request;
  }

  /** The origin; the outermost filter has found the address out. */
  Origin get() {
    ClientAddress address = (ClientAddress) request.getAttribute(ClientAddress.ATTRIBUTE);
    String program = request.getHeader("User-Agent");
    return new Origin(address, program == null ? "" : program);
  }

  /** The same with the name that the program gives itself; null and blank stand for none. */
  Origin get(String client) {
    Origin origin = get();
    return client == null || client.isBlank() ? origin : new Origin(origin.address(), client);
  }

  /** The access token that the app still has, unverified; null when it sends none. */
  String heldToken() {
    return Bearer.token(request);
  }
}
