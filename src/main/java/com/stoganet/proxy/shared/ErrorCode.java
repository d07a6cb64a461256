package com.stoganet.proxy.shared;

import java.util.Locale;

/** The error codes of the contract, each with the HTTP status it usually travels with. */
public enum ErrorCode {
  INVALID_CREDENTIALS(401),
  ACCOUNT_LOCKED(423),
  TOKEN_EXPIRED(401),
  TOKEN_INVALID(401),
  JELLYFIN_SESSION_EXPIRED(401),
  BACKEND_UNAVAILABLE(503),
  ITEM_NOT_FOUND(404),
  RATE_LIMITED(429),
  VALIDATION_FAILED(400),
  INTERNAL(500);

  private final int status;

  ErrorCode(int status) {
    this.status = status;
  }

  /** The usual HTTP status. */
  public int status() {
    return status;
  }

  /** The spelling of the contract, such as {@code token_expired}. */
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }
}
