package com.stoganet.proxy.shared;

import java.util.HashMap;
import java.util.Map;

/**
 * A failure the client is told about, in the words of the contract.
 *
 * <p>The message goes to the client: it never names a host, a path of the server or a secret.
 */
public final class ApiException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** What a client should wait before it asks a backend again that does not answer. */
  private static final int RETRY_AFTER_SECONDS = 5;

  private final ErrorCode code;
  private final int status;
  private final transient Map<String, String> details;
  private final int retryAfterSeconds;

  private ApiException(
      ErrorCode code,
      int status,
      String message,
      Map<String, String> details,
      int retryAfterSeconds,
      Throwable cause) {
    super(message, cause);
    this.code = code;
    this.status = status;
    this.details = details;
    this.retryAfterSeconds = retryAfterSeconds;
  }

  /** A failure with the usual status of its code. */
  public static ApiException of(ErrorCode code, String message) {
    return new ApiException(code, code.status(), message, Map.of(), 0, null);
  }

  /** A failure with a status of its own. */
  public static ApiException of(ErrorCode code, int status, String message) {
    return new ApiException(code, status, message, Map.of(), 0, null);
  }

  /** A 400 that names the field, parameter or header that is wrong. */
  public static ApiException invalid(String field, String message) {
    return new ApiException(
        ErrorCode.VALIDATION_FAILED,
        ErrorCode.VALIDATION_FAILED.status(),
        message,
        Map.of("field", field),
        0,
        null);
  }

  /** A 404 for what does not exist or what this user may not see: no difference shown. */
  public static ApiException itemNotFound() {
    return itemNotFound("There is no such title.");
  }

  /** The same in other words. */
  public static ApiException itemNotFound(String message) {
    return of(ErrorCode.ITEM_NOT_FOUND, message);
  }

  /** A 403: this user may not do that, however often they ask; no old app knows a code for it. */
  public static ApiException forbidden(String message) {
    return of(ErrorCode.VALIDATION_FAILED, 403, message);
  }

  /** A 409: that cannot be done as things are. */
  public static ApiException conflict(String message) {
    return of(ErrorCode.VALIDATION_FAILED, 409, message);
  }

  /** A 401: Jellyfin does not know the session any more, or does not let its user in. */
  public static ApiException sessionExpired() {
    return of(ErrorCode.JELLYFIN_SESSION_EXPIRED, "Jellyfin ended this session; sign in.");
  }

  /** A 401: Jellyfin refuses the session for this reason, but may let it in again. */
  public static ApiException sessionRefused(String reason) {
    return of(
            ErrorCode.JELLYFIN_SESSION_EXPIRED,
            "Jellyfin does not admit this account now; try again later.")
        .because(reason);
  }

  /** A 503 with Retry-After. {@code cause} goes to the log only and may be null. */
  public static ApiException unavailable(String message, Throwable cause) {
    return new ApiException(
        ErrorCode.BACKEND_UNAVAILABLE,
        ErrorCode.BACKEND_UNAVAILABLE.status(),
        message,
        Map.of(),
        RETRY_AFTER_SECONDS,
        cause);
  }

  /** A 502: the backend answered something that makes no sense. {@code cause} may be null. */
  public static ApiException badGateway(String message, Throwable cause) {
    return new ApiException(
        ErrorCode.BACKEND_UNAVAILABLE, 502, message, Map.of(), RETRY_AFTER_SECONDS, cause);
  }

  /** The same failure with a machine-readable reason in its details. */
  public ApiException because(String reason) {
    return new ApiException(
        code, status, getMessage(), Map.of("reason", reason), retryAfterSeconds, getCause());
  }

  /** The same failure with one more detail for programs. */
  public ApiException with(String name, String value) {
    Map<String, String> more = new HashMap<>(details);
    more.put(name, value);
    return new ApiException(
        code, status, getMessage(), Map.copyOf(more), retryAfterSeconds, getCause());
  }

  /** The same failure, after which a client may try again in so many seconds. */
  public ApiException retryAfter(int seconds) {
    return new ApiException(code, status, getMessage(), details, seconds, getCause());
  }

  public ErrorCode code() {
    return code;
  }

  public int status() {
    return status;
  }

  /** What a program may want to know; empty when there is nothing. */
  public Map<String, String> details() {
    return details;
  }

  /** Seconds for the Retry-After header; 0 when the client should not try again by itself. */
  public int retryAfterSeconds() {
    return retryAfterSeconds;
  }
}
