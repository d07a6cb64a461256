package com.stoganet.proxy.http.edge;

import com.stoganet.proxy.auth.ClientOrigin;
import com.stoganet.proxy.shared.ClientAddress;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;

/** The origin of the current request: client address and client name. */
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
  public ClientOrigin get() {
    ClientAddress address = (ClientAddress) request.getAttribute(ClientAddress.ATTRIBUTE);
    String program = request.getHeader("User-Agent");
    return new ClientOrigin(address, program == null ? "" : program);
  }

  /** The same with the name that the program gives itself; null and blank stand for none. */
  public ClientOrigin get(String client) {
    ClientOrigin origin = get();
    return client == null || client.isBlank() ? origin : new ClientOrigin(origin.address(), client);
  }

  /** The access token that the app still has, unverified; null when it sends none. */
  public String heldToken() {
    return BearerToken.token(request);
  }
}
