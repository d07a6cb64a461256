package com.stoganet.proxy.clients.arr;

import com.stoganet.proxy.clients.backend.BackendResponseException;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Why Radarr or Sonarr refused a request.
 *
 * <p>Radarr 6 and Sonarr 4 send broken rules as an array and every other error as an object whose
 * description is a stack trace; for a wrong key they send no body. A reverse proxy in between may
 * send an HTML page.
 *
 * @param conflict whether the database refused a duplicate
 * @param readable whether the answer is JSON, so that the server itself sent it
 * @param message of an error that is an object; empty otherwise; clients and logs must not get it
 */
record ArrValidationErrors(
    boolean conflict, boolean readable, String message, List<Violation> violations) {

  /**
   * QualityProfileExistsValidator is not one of these: it means that the profile does not exist.
   */
  private static final Set<String> EXISTS = Set.of("MovieExistsValidator", "SeriesExistsValidator");

  /**
   * A rule that the request broke.
   *
   * @param property in Pascal case, such as TmdbId
   * @param code the class of the rule; empty when the server found the error after its rules had
   *     passed
   * @param message the server's words, which may name a path
   */
  record Violation(String property, String code, String message) {}

  static ArrValidationErrors of(BackendResponseException answer) {
    Optional<JsonValue> body = read(answer.body());
    return new ArrValidationErrors(
        answer.status() == 409,
        body.isPresent(),
        body.filter(JsonObject.class::isInstance)
            .map(value -> text((JsonObject) value, "message"))
            .orElse(""),
        body.filter(JsonArray.class::isInstance).map(JsonArray.class::cast).stream()
            .flatMap(JsonArray::stream)
            .map(ArrValidationErrors::violation)
            .toList());
  }

  /**
   * Whether the server already has the title. A rule says so, or the database when two clients add
   * the same title at the same time.
   */
  boolean existsAlready() {
    return conflict || violations.stream().anyMatch(violation -> EXISTS.contains(violation.code()));
  }

  /** Whether the server refused its own quality profile or root folder. */
  boolean concernsPlace() {
    return concerns("QualityProfileId", "LanguageProfileId", "RootFolderPath");
  }

  /** Whether the server refused the value of one of these properties. */
  boolean concerns(String... properties) {
    return violations.stream()
        .anyMatch(violation -> List.of(properties).contains(violation.property()));
  }

  private static Optional<JsonValue> read(String body) {
    try (JsonReader reader = Json.createReader(new StringReader(body))) {
      return Optional.of(reader.read());
    } catch (JsonException e) {
      return Optional.empty();
    }
  }

  private static Violation violation(JsonValue value) {
    return value instanceof JsonObject object
        ? new Violation(
            text(object, "propertyName"), text(object, "errorCode"), text(object, "errorMessage"))
        : new Violation("", "", "");
  }

  private static String text(JsonObject object, String name) {
    return object.getString(name, "");
  }
}
