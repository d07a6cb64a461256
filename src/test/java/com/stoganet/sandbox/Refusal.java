package com.stoganet.sandbox;

/** Ends a request with an error, such as one of the four forms that Jellyfin has for them. */
public final class Refusal extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int status;
  private final String contentType;
  private final String body;

  private Refusal(int status, String contentType, String body) {
    super("HTTP " + status, null, false, false);
    this.status = status;
    this.contentType = contentType;
    this.body = body;
  }

  public static Refusal of(int status, String contentType, String body) {
    return new Refusal(status, contentType, body);
  }

  /** Authentication, authorisation and routing answer without a body. */
  public static Refusal empty(int status) {
    return new Refusal(status, null, "");
  }

  /** Exceptions inside the server: always this text. */
  public static Refusal exception(int status) {
    return new Refusal(status, "text/plain", "Error processing request.");
  }

  /** What controllers and model binding answer. */
  public static Refusal problem(int status) {
    Dto problem =
        new Dto()
            .put("type", "https://tools.ietf.org/html/rfc9110#section-15.5")
            .put("title", status == 404 ? "Not Found" : "One or more validation errors occurred.")
            .put("status", status)
            .put("traceId", "00-" + Guid.random() + "-0000000000000000-00");
    return new Refusal(status, "application/problem+json; charset=utf-8", problem.toString());
  }

  /** Jellyfin: NotFound("text") becomes a JSON string. */
  public static Refusal jsonString(int status, String text) {
    return new Refusal(status, Dto.CONTENT_TYPE, Dto.json(text));
  }

  public int status() {
    return status;
  }

  public String contentType() {
    return contentType;
  }

  public String body() {
    return body;
  }
}
