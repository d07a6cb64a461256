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
import java.util.Set;

/**
 * Why Radarr or Sonarr refused a request.
 *
 * <p>Radarr 6, Sonarr 4: broken rules come as an array, everything else as an object whose
 * description is a stack trace, a wrong key has no body at all, and a proxy in between may send a
 * page.
 */
record ArrValidationErrors(boolean conflict, List<Violation> violations) {

  /** Not to be mistaken for QualityProfileExistsValidator, which says that there is none. */
  private static final Set<String> EXISTS = Set.of("MovieExistsValidator", "SeriesExistsValidator");

  /**
   * A rule that the request broke.
   *
   * @param property in Pascal case, such as TmdbId
   * @param code the class of the rule; empty for what was found out later than by a rule
   */
  record Violation(String property, String code) {}

  static ArrValidationErrors of(BackendResponseException answer) {
    return new ArrValidationErrors(answer.status() == 409, violations(answer.body()));
  }

  /**
   * Whether what was to be added is there already: said by a rule, or by the database when two add
   * the same at the same time.
   */
  boolean existsAlready() {
    return conflict || violations.stream().anyMatch(violation -> EXISTS.contains(violation.code()));
  }

  /** Whether one of these properties is not liked. */
  boolean concerns(String... properties) {
    return violations.stream()
        .anyMatch(violation -> List.of(properties).contains(violation.property()));
  }

  private static List<Violation> violations(String body) {
    try (JsonReader reader = Json.createReader(new StringReader(body))) {
      return reader.read() instanceof JsonArray array
          ? array.stream().map(ArrValidationErrors::violation).toList()
          : List.of();
    } catch (JsonException e) {
      return List.of();
    }
  }

  private static Violation violation(JsonValue value) {
    return value instanceof JsonObject object
        ? new Violation(text(object, "propertyName"), text(object, "errorCode"))
        : new Violation("", "");
  }

  private static String text(JsonObject object, String name) {
    return object.getString(name, "");
  }
}
