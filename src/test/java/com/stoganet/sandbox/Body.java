package com.stoganet.sandbox;

import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonNumber;
import jakarta.json.JsonReader;
import jakarta.json.JsonReaderFactory;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A JSON object that a client sent; Jellyfin reads member names in any case. */
final class Body {
  private static final JsonReaderFactory READERS = Json.createReaderFactory(Map.of());

  private final Map<String, JsonValue> members = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

  /** Jellyfin: a missing or unreadable body is a 400 from model binding. */
  static Body of(String text) {
    Body body = new Body();
    try (JsonReader reader = READERS.createReader(new StringReader(text))) {
      body.members.putAll(reader.readObject());
      return body;
    } catch (JsonException | IllegalStateException e) {
      throw Refusal.problem(400);
    }
  }

  boolean has(String name) {
    return value(name).isPresent();
  }

  Optional<String> text(String name) {
    return value(name).map(value -> checked(value, JsonString.class).getString());
  }

  Optional<Long> number(String name) {
    return value(name).map(value -> checked(value, JsonNumber.class).longValue());
  }

  Optional<Boolean> flag(String name) {
    return value(name)
        .map(
            value -> {
              if (value != JsonValue.TRUE && value != JsonValue.FALSE) {
                throw Refusal.problem(400);
              }
              return value == JsonValue.TRUE;
            });
  }

  Optional<String> guid(String name) {
    return text(name).map(text -> Guid.parse(text).orElseThrow(() -> Refusal.problem(400)));
  }

  private Optional<JsonValue> value(String name) {
    return Optional.ofNullable(members.get(name)).filter(value -> value != JsonValue.NULL);
  }

  private static <T extends JsonValue> T checked(JsonValue value, Class<T> type) {
    if (!type.isInstance(value)) {
      throw Refusal.problem(400);
    }
    return type.cast(value);
  }
}
