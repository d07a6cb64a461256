package com.stoganet.sandbox.seerr;

/** Ends a request with an error, in one of the two forms that Seerr has for errors. */
final class SeerrRefusal extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int status;
  private final boolean nobody;

  private SeerrRefusal(int status, String message, boolean nobody) {
    super(message, null, false, false);
    this.status = status;
    this.nobody = nobody;
  }

  static SeerrRefusal of(int status, String message) {
    return new SeerrRefusal(status, message, false);
  }

  /** Seerr: the middleware answers whoever it does not know with words of its own. */
  static SeerrRefusal nobody() {
    return new SeerrRefusal(403, "You do not have permission to access this endpoint", true);
  }

  int status() {
    return status;
  }

  String body() {
    String text = getMessage().replace("\"", "\\\"");
    return nobody
        ? "{\"status\":403,\"error\":\"" + text + "\"}"
        : "{\"message\":\"" + text + "\"}";
  }
}
