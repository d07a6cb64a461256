package com.stoganet.proxy.http.edge;

import com.stoganet.proxy.shared.ApiException;
import com.stoganet.proxy.shared.ErrorCode;

/** The failure for an HTTP status with which the server itself rejected a request. */
final class StatusFailures {

  private StatusFailures() {}

  static ApiException of(int status) {
    return switch (status) {
      case 401 -> ApiException.of(ErrorCode.TOKEN_INVALID, "An access token is needed.");
      case 404 -> ApiException.itemNotFound("There is no such path.");
      case 405 -> invalid(status, "This path does not support this method.");
      case 406 -> invalid(status, "The requested format is not available.");
      case 413 -> invalid(status, "The body is too large.");
      case 415 -> invalid(status, "The body must be application/json.");
      case 429 -> ApiException.of(ErrorCode.RATE_LIMITED, "Too many requests.");
      case 503 -> ApiException.unavailable("The proxy is temporarily unavailable.", null);
      default ->
          status < 500
              ? invalid(Math.max(status, 400), "The request is not valid.")
              : ApiException.of(ErrorCode.INTERNAL, status, "An internal error occurred.");
    };
  }

  private static ApiException invalid(int status, String message) {
    return ApiException.of(ErrorCode.VALIDATION_FAILED, status, message);
  }
}
