package com.stoganet.proxy.acquisition;

/** A server that works will not do what it was asked for, however often. */
public final class RequestRejectedException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final String reason;

  /**
   * @param reason why, as a word for programs such as unknown_title
   * @param message why, for people; names no host, path or secret
   */
  public RequestRejectedException(String reason, String message) {
    super(message);
    this.reason = reason;
  }

  public String reason() {
    return reason;
  }
}
