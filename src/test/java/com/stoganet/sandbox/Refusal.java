package com.stoganet.sandbox;

import java.util.List;
import java.util.Map;

/** Ends a request with an error, such as one of the four forms that Jellyfin has for them. */
public final class Refusal extends RuntimeException {
  static final String PROBLEM = "application/problem+json; charset=utf-8";

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
    return problem(status, null);
  }

  /** A value that cannot be bound to its parameter. */
  static Refusal invalid(String name, String value) {
    return problem(400, Map.of(name, List.of("The value '" + value + "' is not valid.")));
  }

  private static Refusal problem(int status, Map<String, List<String>> errors) {
    Dto problem =
        new Dto()
            .put("type", "https://tools.ietf.org/html/rfc9110#section-15.5." + (status % 100 + 1))
            .put("title", status == 404 ? "Not Found" : "One or more validation errors occurred.")
            .put("status", status)
            .put("errors", errors)
            .put("traceId", "00-" + Guid.random() + "-" + Guid.random().substring(16) + "-00");
    return new Refusal(status, PROBLEM, problem.toString());
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
