package com.stoganet.proxy.http.edge;

import com.stoganet.proxy.auth.CallerResolver;
import com.stoganet.proxy.config.Settings;
import com.stoganet.proxy.shared.ApiException;
import com.stoganet.proxy.shared.Caller;
import com.stoganet.proxy.shared.ClientAddress;
import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.eclipse.microprofile.jwt.JsonWebToken;

/**
 * Rejects requests without a token that both the container and the proxy accept, except on the
 * public paths.
 */
public class AuthenticationFilter extends HttpFilter {

  private static final long serialVersionUID = 1L;

  private transient CallerResolver callerResolver;
  private transient Settings settings;

  @Inject
  void use(CallerResolver knownCallers, Settings proxySettings) {
    this.callerResolver = knownCallers;
    this.settings = proxySettings;
  }

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    try {
      admit(request);
    } catch (ApiException e) {
      ErrorBodies.write(e, response);
      return;
    }
    chain.doFilter(request, response);
  }

  private void admit(HttpServletRequest request) {
    String path = PublicPaths.written(request);
    if (PublicPaths.alwaysOpen(path)) {
      return;
    }
    if (!settings.complete()) {
      throw ApiException.unavailable("The proxy is not set up yet; see its log.", null);
    }
    if (settings.metricsPublic() && PublicPaths.isMetrics(path)) {
      return;
    }
    String servlet = request.getServletPath();
    if (PublicPaths.contains(path)
        || PublicPaths.isWebhook(path)
        || PublicPaths.isPicture(path, servlet)
        || PublicPaths.isTicketed(path, servlet)) {
      return;
    }
    String token = BearerToken.token(request);
    if (token == null || !verified(token, request)) {
      throw callerResolver.refusalOf(token);
    }
    if (PublicPaths.leadsOut(path)) {
      request.setAttribute(CurrentCaller.SESSION, callerResolver.sessionOf(token));
      return;
    }
    ClientAddress from = (ClientAddress) request.getAttribute(ClientAddress.ATTRIBUTE);
    request.setAttribute(Caller.ATTRIBUTE, callerResolver.of(token, from));
  }

  /** Whether the container verified exactly this token. */
  private static boolean verified(String token, HttpServletRequest request) {
    return request.getUserPrincipal() instanceof JsonWebToken principal
        && token.equals(principal.getRawToken());
  }
}
