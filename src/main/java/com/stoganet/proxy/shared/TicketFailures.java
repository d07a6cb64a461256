package com.stoganet.proxy.shared;

/** Why a ticket is turned down, in the words of the contract. */
public final class TicketFailures {

  private TicketFailures() {}

  /** It is not ours, or for something else. */
  public static ApiException notGood() {
    return ApiException.of(ErrorCode.TOKEN_INVALID, 403, "The ticket is not valid for this.")
        .because("ticket_invalid");
  }

  /** It is too old. */
  public static ApiException expired() {
    return ApiException.of(ErrorCode.TOKEN_EXPIRED, 410, "The ticket has expired; get a new one.")
        .because("ticket_expired");
  }
}
