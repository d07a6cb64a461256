package com.stoganet.proxy.clients.seerr;

import com.stoganet.proxy.acquisition.RequestRejectedException;
import com.stoganet.proxy.clients.backend.BackendResponseException;
import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.util.Locale;
import java.util.Optional;

/**
 * What it means when Seerr refuses a request.
 *
 * <p>Seerr 3 has one status for all its rules; only the message tells which rule forbids the
 * request.
 */
final class SeerrRefusals {

  private static final int UNAUTHORIZED = 401;
  private static final int FORBIDDEN = 403;
  private static final int NOT_FOUND = 404;
  private static final int DUPLICATE = 409;
  private static final int SERVER_ERROR = 500;

  private SeerrRefusals() {}

  /**
   * Whether Seerr does not know the caller: the API key is wrong, or there is no such user.
   *
   * <p>Seerr 3 answers 403 with an {@code error} then; for what its rules forbid it answers 403
   * with a {@code message}.
   */
  static boolean unknownCaller(BackendResponseException answer) {
    return answer.status() == UNAUTHORIZED
        || (answer.status() == FORBIDDEN && reason(answer).isEmpty());
  }

  /** Whether the title was requested before, which is not an error. */
  static boolean duplicate(BackendResponseException answer) {
    return answer.status() == DUPLICATE;
  }

  /**
   * The rejection when another attempt would not help; empty when the answer means something else.
   */
  static Optional<RequestRejectedException> of(BackendResponseException answer) {
    String reason = reason(answer);
    return switch (answer.status()) {
      case FORBIDDEN -> Optional.of(forbidden(reason.toLowerCase(Locale.ROOT)));
      case NOT_FOUND -> Optional.of(unknownTitle());
      case SERVER_ERROR -> Optional.of(unknownTitle()).filter(unused -> unknownToTmdb(reason));
      default -> Optional.empty();
    };
  }

  static RequestRejectedException notAllowed() {
    return new RequestRejectedException(
        "not_allowed", "You may not make this request at the request server.");
  }

  private static RequestRejectedException forbidden(String reason) {
    if (reason.contains("quota")) {
      return new RequestRejectedException(
          "quota_exceeded", "You have reached your limit of requests for now.");
    }
    // Older versions of Seerr say blacklisted.
    if (reason.contains("blocklisted") || reason.contains("blacklisted")) {
      return new RequestRejectedException("blocklisted", "This title may not be requested.");
    }
    return notAllowed();
  }

  /** Seerr 3: "[TMDB] Failed to fetch movie details: Request failed with status code 404". */
  private static boolean unknownToTmdb(String reason) {
    return reason.startsWith("[TMDB]") && reason.contains("404");
  }

  private static RequestRejectedException unknownTitle() {
    return new RequestRejectedException(
        "unknown_title", "The request server does not know this title.");
  }

  /** The message of Seerr, empty when there is none. Clients must not get it. */
  static String reason(BackendResponseException answer) {
    try (JsonReader reader = Json.createReader(new StringReader(answer.body()))) {
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
