package com.stoganet.proxy.acquisition;

/** A working server refuses a command, and would refuse it again. */
public final class RequestRejectedException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final String reason;

  /**
   * @param reason a code for programs, such as unknown_title
   * @param message a text for people; names no host, path or secret
   */
  public RequestRejectedException(String reason, String message) {
    super(message);
    this.reason = reason;
  }

  public String reason() {
    return reason;
  }
}
