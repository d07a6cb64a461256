package com.stoganet.proxy.http.edge;

import com.stoganet.proxy.limits.Limit;
import com.stoganet.proxy.limits.RateLimits;
import com.stoganet.proxy.shared.ApiException;
import com.stoganet.proxy.shared.ErrorCode;
import com.stoganet.proxy.shared.Service;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/** Counts requests, and tells clients in headers how many more are allowed. */
@Service
public class RequestLimits {

  /** The request attribute with the response, for headers that are set within a resource. */
  static final String RESPONSE = RequestLimits.class.getName() + ".response";

  private final RateLimits limits;
  private final HttpServletRequest request;

  @Inject
  public RequestLimits(RateLimits limits, HttpServletRequest request) {
    this.limits = limits;
    this.request = request;
  }

  /**
   * Counts the current request.
   *
   * @throws ApiException rate_limited when the limit is exceeded
   */
  public void take(Limit limit, String who) {
    RateLimits.Verdict verdict = limits.take(limit, who);
    if (request.getAttribute(RESPONSE) instanceof HttpServletResponse response) {
      response.setHeader("RateLimit-Limit", Integer.toString(verdict.burst()));
      response.setHeader("RateLimit-Remaining", Long.toString(verdict.remaining()));
      response.setHeader("RateLimit-Reset", Integer.toString(verdict.resetSeconds()));
    }
    if (!verdict.allowed()) {
      throw ApiException.of(ErrorCode.RATE_LIMITED, "Too many requests; try again later.")
          .retryAfter(Math.max(1, verdict.waitSeconds()));
    }
  }
}
