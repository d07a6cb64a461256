package com.stoganet.proxy.http.edge;

import com.stoganet.proxy.shared.ApiException;
import com.stoganet.proxy.shared.Caller;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;

/** The caller of the current request, as found by the authentication filter. */
@RequestScoped
public class CurrentCaller {

  /** The request attribute with the session id of the access token; the session may have ended. */
  static final String SESSION = CurrentCaller.class.getName() + ".session";

  private final HttpServletRequest request;

  /** For the proxies of CDI only. */
  protected CurrentCaller() {
    this(null);
  }

  @Inject
  public CurrentCaller(HttpServletRequest request) {
    this.request = request;
  }

  /**
   * The caller.
   *
   * @throws ApiException token_invalid on a public path, where there is no caller
   */
  public Caller get() {
    if (request.getAttribute(Caller.ATTRIBUTE) instanceof Caller caller) {
      return caller;
    }
    throw StatusFailures.of(401);
  }

  /** The id of the session of the access token; the session may be over. */
  public String sessionId() {
    return (String) request.getAttribute(SESSION);
  }
}
