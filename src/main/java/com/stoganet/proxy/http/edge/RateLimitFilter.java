package com.stoganet.proxy.http.edge;

import com.stoganet.proxy.limits.Limit;
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

/**
 * Rejects clients that send too many requests. Each kind of request has its own limit, so that none
 * blocks another.
 *
 * <p>Refresh requests are counted where their token is read.
 */
public class RateLimitFilter extends HttpFilter {

  private static final long serialVersionUID = 1L;

  private transient RequestLimits limits;

  @Inject
  void use(RequestLimits requestLimits) {
    this.limits = requestLimits;
  }

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    try {
      count(request);
    } catch (ApiException e) {
      ErrorBodies.write(e, response);
      return;
    }
    chain.doFilter(request, response);
  }

  private void count(HttpServletRequest request) {
    String path = PublicPaths.written(request);
    String network = ((ClientAddress) request.getAttribute(ClientAddress.ATTRIBUTE)).network();
    switch (NormalizedPath.of(path)) {
      case "/auth/login", "/auth/quick-connect/start" -> limits.take(Limit.SIGN_IN, network);
      case "/auth/quick-connect/poll" -> limits.take(Limit.POLL, network);
      case "/auth/quick-connect/approve" -> countApproval(request);
      default -> {
        // The target of the server's dispatch: /stream/../library is no stream.
        String servlet = request.getServletPath();
        if (PublicPaths.isWebhook(path)) {
          limits.take(Limit.WEBHOOKS, network);
        } else if (PublicPaths.isPicture(path, servlet)) {
          limits.take(Limit.PICTURES, network);
        } else if (!bytes(servlet, request)) {
          countJson(request);
        }
      }
    }
  }

  /** Streams are limited by how many are open; a request for a ticket counts as JSON. */
  private static boolean bytes(String servlet, HttpServletRequest request) {
    return "/play".equals(servlet)
        || ("/stream".equals(servlet) && !"POST".equals(request.getMethod()));
  }

  private void countJson(HttpServletRequest request) {
    if (request.getAttribute(Caller.ATTRIBUTE) instanceof Caller caller) {
      limits.take(Limit.JSON, caller.sessionId());
    } else if (request.getAttribute(CurrentCaller.SESSION) instanceof String session) {
      limits.take(Limit.JSON, session);
    }
  }

  private void countApproval(HttpServletRequest request) {
    if (request.getAttribute(Caller.ATTRIBUTE) instanceof Caller caller) {
      limits.take(Limit.APPROVE, caller.userId());
    }
  }
}
