package com.stoganet.sandbox;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Compares JSON with the schemas of an OpenAPI document, as far as the documents of the servers use
 * them.
 *
 * <p>Strict where an invention would hide: unknown members and enum values are faults. Lenient
 * about what is absent, since the servers leave nulls out.
 */
public final class SchemaCheck {
  private static final Pattern DATE =
      Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.(\\d{7}|\\d{0,6}[1-9])Z");

  private final JsonObject document;
  private final Pattern date;
  private final List<String> faults = new ArrayList<>();

  private SchemaCheck(JsonObject document, Pattern date) {
    this.date = date;
    this.document = document;
  }

  public static SchemaCheck of(JsonObject openApi) {
    return new SchemaCheck(openApi, DATE);
  }

  /** With dates as Jellyfin writes them. */
  public static SchemaCheck reading(Path openApi) throws IOException {
    return reading(openApi, DATE);
  }

  public static SchemaCheck reading(Path openApi, Pattern date) throws IOException {
    try (Reader text = Files.newBufferedReader(openApi);
        JsonReader reader = Json.createReader(text)) {
      return new SchemaCheck(reader.readObject(), date);
    }
  }

  /** The schema of the 200 or 201 answer of an operation; null if there is none of either. */
  public JsonObject answerOf(String method, String template) {
    JsonObject path = document.getJsonObject("paths").getJsonObject(template);
    JsonObject operation =
        path == null ? null : path.getJsonObject(method.toLowerCase(Locale.ROOT));
    if (operation == null) {
      return null;
    }
    JsonObject responses = operation.getJsonObject("responses");
    JsonObject content =
        responses
            .getJsonObject(responses.containsKey("200") ? "200" : "201")
            .getJsonObject("content");
    return content == null
        ? null
        : content.values().iterator().next().asJsonObject().getJsonObject("schema");
  }

  public boolean knows(String method, String template) {
    JsonObject path = document.getJsonObject("paths").getJsonObject(template);
    return path != null && path.containsKey(method.toLowerCase(Locale.ROOT));
  }

  /** The names of the query parameters of an operation that exists. */
  public Set<String> parametersOf(String method, String template) {
    JsonObject operation =
        document
            .getJsonObject("paths")
            .getJsonObject(template)
            .getJsonObject(method.toLowerCase(Locale.ROOT));
    return operation.getOrDefault("parameters", JsonValue.EMPTY_JSON_ARRAY).asJsonArray().stream()
        .map(JsonValue::asJsonObject)
        .filter(parameter -> parameter.getString("in").equals("query"))
        .map(parameter -> parameter.getString("name"))
        .collect(Collectors.toSet());
  }

  public List<String> faultsOf(JsonValue value, JsonObject schema) {
    faults.clear();
    check(value, schema, "$");
    return List.copyOf(faults);
  }

  private void check(JsonValue value, JsonObject schema, String at) {
    JsonObject resolved = resolve(schema);
    if (value == JsonValue.NULL) {
      expect(nullable(schema) || nullable(resolved), at + " must not be null");
      return;
    }
    if (resolved.containsKey("enum")) {
      expect(resolved.getJsonArray("enum").contains(value), at + " has no such value " + value);
      return;
    }
    switch (resolved.getString("type", "any")) {
      case "object" -> object(value, resolved, at);
      case "array" -> array(value, resolved, at);
      case "string" -> string(value, resolved, at);
      case "integer" ->
          expect(value instanceof JsonNumber n && n.isIntegral(), at + " is no integer: " + value);
      case "number" -> expect(value instanceof JsonNumber, at + " is no number: " + value);
      case "boolean" ->
          expect(value == JsonValue.TRUE || value == JsonValue.FALSE, at + " is no boolean");
      default -> {}
    }
  }

  private JsonObject resolve(JsonObject schema) {
    JsonObject current = schema;
    while (current.containsKey("$ref") || current.containsKey("allOf")) {
      if (current.containsKey("allOf")) {
        current = current.getJsonArray("allOf").getJsonObject(0);
      } else {
        String name = current.getString("$ref").replaceFirst(".*/", "");
        current = document.getJsonObject("components").getJsonObject("schemas").getJsonObject(name);
      }
    }
    return current;
  }

  private static boolean nullable(JsonObject schema) {
    return schema.getBoolean("nullable", false);
  }

  private void object(JsonValue value, JsonObject schema, String at) {
    if (!(value instanceof JsonObject members)) {
      faults.add(at + " is no object");
      return;
    }
    JsonObject known = schema.getJsonObject("properties");
    JsonValue additional = schema.getOrDefault("additionalProperties", JsonValue.TRUE);
    members.forEach(
        (name, member) -> {
          if (known != null && known.containsKey(name)) {
            check(member, known.getJsonObject(name), at + "." + name);
          } else if (additional instanceof JsonObject rest) {
            check(member, rest, at + "." + name);
          } else {
            expect(additional == JsonValue.TRUE, at + " does not know " + name);
          }
        });
  }

  private void array(JsonValue value, JsonObject schema, String at) {
    if (!(value instanceof JsonArray elements)) {
      faults.add(at + " is no array");
      return;
    }
    for (int i = 0; i < elements.size(); i++) {
      check(elements.get(i), schema.getJsonObject("items"), at + "[" + i + "]");
    }
  }

  private void string(JsonValue value, JsonObject schema, String at) {
    if (!(value instanceof JsonString string)) {
      faults.add(at + " is no string: " + value);
      return;
    }
    String text = string.getString();
    switch (schema.getString("format", "")) {
      case "uuid" -> expect(text.matches("[0-9a-f]{32}"), at + " is no identifier: " + text);
      case "date-time" -> expect(date.matcher(text).matches(), at + " is no date: " + text);
      case "date-span" ->
          expect(
              text.matches("(\\d+\\.)?\\d\\d:\\d\\d:\\d\\d(\\.\\d{7})?"),
              at + " is no time span: " + text);
      default -> {}
    }
  }

  private void expect(boolean good, String fault) {
    if (!good) {
      faults.add(fault);
    }
  }
}
