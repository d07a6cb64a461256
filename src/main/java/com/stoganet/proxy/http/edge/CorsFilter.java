package com.stoganet.proxy.http.edge;

import com.stoganet.proxy.config.Settings;
import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;

/**
 * Lets scripts of the configured web pages read answers; browsers block all others. What an address
 * with a ticket or a signature opens is open to every page: the address is the right, and a
 * Chromecast loads subtitles from a page of its maker.
 *
 * <p>Credentials are not allowed, because there are no cookies: a page sends a token or uses a
 * ticket.
 */
public class CorsFilter extends HttpFilter {

  private static final long serialVersionUID = 1L;

  private static final String METHODS = "GET, HEAD, POST, PUT, DELETE";
  private static final String REQUEST_HEADERS =
      "Authorization, Content-Type, Range, If-Match, If-None-Match, If-Modified-Since,"
          + " If-Unmodified-Since, If-Range, Idempotency-Key, Last-Event-ID, X-Request-Id";
  private static final String ANSWER_HEADERS =
      "ETag, Content-Range, Accept-Ranges, Content-Length, Retry-After, X-Request-Id, Location,"
          + " RateLimit-Limit, RateLimit-Remaining, RateLimit-Reset";

  /** Seconds; browsers send a new preflight after two hours at the latest. */
  private static final String PREFLIGHT_MAX_AGE = "7200";

  private transient Settings settings;

  @Inject
  void use(Settings proxySettings) {
    this.settings = proxySettings;
  }

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    if (!settings.corsOrigins().isEmpty()) {
      response.addHeader("Vary", "Origin");
    }
    Optional<String> allowed = allowedOrigin(request);
    if (allowed.isPresent()) {
      response.setHeader("Access-Control-Allow-Origin", allowed.get());
      response.setHeader("Access-Control-Expose-Headers", ANSWER_HEADERS);
      if (isPreflight(request)) {
        allow(response);
        return;
      }
    }
    chain.doFilter(request, response);
  }

  private Optional<String> allowedOrigin(HttpServletRequest request) {
    Optional<String> named =
        Optional.ofNullable(request.getHeader("Origin")).filter(settings.corsOrigins()::contains);
    return named.or(() -> isOpen(request) ? Optional.of("*") : Optional.empty());
  }

  /** Also for a request without an origin: a cache may keep the answer for a page. */
  private static boolean isOpen(HttpServletRequest request) {
    String path = PublicPaths.written(request);
    String servlet = request.getServletPath();
    return PublicPaths.isTicketed(path, servlet) || PublicPaths.isPicture(path, servlet);
  }

  /** Whether the browser asks if it may send a request; such a preflight has no token. */
  private static boolean isPreflight(HttpServletRequest request) {
    return "OPTIONS".equals(request.getMethod())
        && request.getHeader("Access-Control-Request-Method") != null;
  }

  private static void allow(HttpServletResponse response) {
    response.setStatus(HttpServletResponse.SC_NO_CONTENT);
    response.setHeader("Access-Control-Allow-Methods", METHODS);
    response.setHeader("Access-Control-Allow-Headers", REQUEST_HEADERS);
    response.setHeader("Access-Control-Max-Age", PREFLIGHT_MAX_AGE);
  }
}
