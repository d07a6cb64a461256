package com.stoganet.proxy.clients.seerr;

import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.StringReader;

/** An answer of Seerr that is not a success. */
final class SeerrFailure extends RuntimeException {

  private static final long serialVersionUID = 1L;
  private static final int UNAUTHORIZED = 401;
  private static final int FORBIDDEN = 403;

  private final int status;
  private final String reason;

  private SeerrFailure(int status, String reason) {
    super("Seerr answered " + status);
    this.status = status;
    this.reason = reason;
  }

  static SeerrFailure of(int status, String body) {
    return new SeerrFailure(status, reason(body));
  }

  int status() {
    return status;
  }

  /** Why, in Seerr's own words; empty when it does not say. Not for clients. */
  String reason() {
    return reason;
  }

  /**
   * Whether Seerr does not know who is asking: the key is wrong, or there is no such user.
   *
   * <p>Seerr 3: that is a 403, too, but with an {@code error} in it; what its rules forbid comes
   * with a {@code message}.
   */
  boolean nobodyKnown() {
    return status == UNAUTHORIZED || (status == FORBIDDEN && reason.isEmpty());
  }

  private static String reason(String body) {
    try (JsonReader reader = Json.createReader(new StringReader(body))) {
      JsonValue value = reader.readValue();
      return value instanceof JsonObject object
              && object.get("message") instanceof JsonString message
          ? message.getString()
          : "";
    } catch (JsonException e) {
      return "";
    }
  }
}
