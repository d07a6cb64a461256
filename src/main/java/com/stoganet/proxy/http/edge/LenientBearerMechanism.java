package com.stoganet.proxy.http.edge;

import jakarta.enterprise.inject.spi.CDI;
import jakarta.security.enterprise.AuthenticationException;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.authentication.mechanism.http.HttpAuthenticationMechanism;
import jakarta.security.enterprise.authentication.mechanism.http.HttpMessageContext;
import jakarta.security.enterprise.authentication.mechanism.http.HttpMessageContextWrapper;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/**
 * Lets the server verify bearer tokens, but passes requests with bad ones on, without a principal.
 *
 * <p>Payara would refuse them before any filter, on public paths too and without our error body;
 * {@link AuthenticationFilter} refuses them where a token is needed. Named in web.xml.
 */
public class LenientBearerMechanism implements HttpAuthenticationMechanism {

  @Override
  public AuthenticationStatus validateRequest(
      HttpServletRequest request, HttpServletResponse response, HttpMessageContext context)
      throws AuthenticationException {
    // The server's own: this class is no bean of the type HttpAuthenticationMechanism.
    return CDI.current()
        .select(HttpAuthenticationMechanism.class)
        .get()
        .validateRequest(request, response, new Lenient(context));
  }

  /** Treats a refusal as the absence of a token. */
  private static final class Lenient extends HttpMessageContextWrapper {

    Lenient(HttpMessageContext context) {
      super(context);
    }

    @Override
    public AuthenticationStatus responseUnauthorized() {
      return getWrapped().doNothing();
    }
  }
}
