package com.stoganet.sandbox;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonException;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonReaderFactory;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A JSON object that a client sent; ASP.NET reads member names in any case. */
public final class Body {
  private static final JsonReaderFactory READERS = Json.createReaderFactory(Map.of());

  private final Map<String, JsonValue> members = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

  /** ASP.NET: a missing or unreadable body is a 400 from model binding. */
  public static Body of(String text) {
    Body body = new Body();
    try (JsonReader reader = READERS.createReader(new StringReader(text))) {
      body.members.putAll(reader.readObject());
      return body;
    } catch (JsonException | IllegalStateException e) {
      throw Refusal.problem(400);
    }
  }

  public boolean has(String name) {
    return value(name).isPresent();
  }

  public Optional<String> text(String name) {
    return value(name).map(value -> checked(value, JsonString.class).getString());
  }

  public Optional<Long> number(String name) {
    return value(name).map(value -> checked(value, JsonNumber.class).longValue());
  }

  public Optional<Boolean> flag(String name) {
    return value(name)
        .map(
            value -> {
              if (value != JsonValue.TRUE && value != JsonValue.FALSE) {
                throw Refusal.problem(400);
              }
              return value == JsonValue.TRUE;
            });
  }

  public Optional<String> guid(String name) {
    return text(name).map(text -> Guid.parse(text).orElseThrow(() -> Refusal.problem(400)));
  }

  public Optional<JsonObject> object(String name) {
    return value(name).map(value -> checked(value, JsonObject.class));
  }

  /** An array, or nothing. */
  public Optional<JsonArray> array(String name) {
    return value(name).map(value -> checked(value, JsonArray.class));
  }

  /** The numbers of an array; none if it is missing. */
  public List<Integer> numbers(String name) {
    return array(name).orElse(JsonValue.EMPTY_JSON_ARRAY).stream()
        .map(value -> checked(value, JsonNumber.class).intValue())
        .toList();
  }

  /** The objects of an array; none if it is missing. */
  public List<Body> objects(String name) {
    return array(name).orElse(JsonValue.EMPTY_JSON_ARRAY).stream()
        .map(value -> of(checked(value, JsonObject.class)))
        .toList();
  }

  public static Body of(JsonObject object) {
    Body body = new Body();
    body.members.putAll(object);
    return body;
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
