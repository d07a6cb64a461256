package com.stoganet.proxy.auth;

import com.stoganet.proxy.shared.ApiException;
import com.stoganet.proxy.shared.ErrorCode;

/** Why a token is turned down, in the words of the contract. */
final class TokenFailures {

  private TokenFailures() {}

  /** The token is none of ours, or its session is unknown. */
  static ApiException unknown() {
    return ApiException.of(ErrorCode.TOKEN_INVALID, "The token is not valid; sign in.");
  }

  /** Its session is over. */
  static ApiException of(Session.End end) {
    return switch (end) {
      case LOGOUT -> over("You signed out on this device.").because("signed_out");
      case REVOKED -> over("This device was signed out from another one.").because("revoked");
      case EXPIRED -> over("This device was not used for too long.").because("expired");
      case REFRESH_REUSED ->
          over("A refresh token was used twice, so this device was signed out.")
              .because("refresh_reused");
      case PROVIDER_ENDED -> ApiException.sessionExpired();
    };
  }

  private static ApiException over(String message) {
    return ApiException.of(ErrorCode.TOKEN_INVALID, message + " Sign in.");
  }
}
