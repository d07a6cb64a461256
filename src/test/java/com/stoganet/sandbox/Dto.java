package com.stoganet.sandbox;

import jakarta.json.Json;
import jakarta.json.stream.JsonGenerator;
import jakarta.json.stream.JsonGeneratorFactory;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Map;

/** A JSON object under construction, following Jellyfin's habits: nulls are left out. */
public final class Dto {
  public static final String CONTENT_TYPE = "application/json; charset=utf-8";

  private static final JsonGeneratorFactory GENERATORS = Json.createGeneratorFactory(Map.of());
  private static final DateTimeFormatter SEVEN_DIGITS =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSSSSS'Z'").withZone(ZoneOffset.UTC);

  private static final int NANOS_PER_MILLI = 1_000_000;

  private final Map<String, Object> members = new LinkedHashMap<>();

  public Dto put(String name, Object value) {
    if (value != null) {
      members.put(name, value);
    }
    return this;
  }

  Dto remove(String name) {
    members.remove(name);
    return this;
  }

  /** Jellyfin writes an empty nullable identifier as an explicit null. */
  Dto putNull(String name) {
    return putAsIs(name, null);
  }

  Dto putAsIs(String name, Object value) {
    members.put(name, value);
    return this;
  }

  Dto putAll(Dto others) {
    members.putAll(others.members);
    return this;
  }

  @Override
  public String toString() {
    return json(this);
  }

  /** Jellyfin: seven digits if there are no milliseconds, else no zeros at the end. */
  static String date(Instant instant) {
    if (instant == null) {
      return null;
    }
    String text = SEVEN_DIGITS.format(instant);
    boolean whole = instant.getNano() < NANOS_PER_MILLI;
    return whole ? text : text.replaceFirst("0+Z$", "Z");
  }

  public static String json(Object value) {
    StringWriter text = new StringWriter();
    try (JsonGenerator generator = GENERATORS.createGenerator(text)) {
      write(generator, value);
    }
    return text.toString();
  }

  private static void write(JsonGenerator out, Object value) {
    if (value == null) {
      out.writeNull();
    } else if (value instanceof Dto dto) {
      writeObject(out, dto.members);
    } else if (value instanceof Map<?, ?> map) {
      writeObject(out, map);
    } else if (value instanceof Iterable<?> list) {
      out.writeStartArray();
      list.forEach(element -> write(out, element));
      out.writeEnd();
    } else {
      writeScalar(out, value);
    }
  }

  private static void writeObject(JsonGenerator out, Map<?, ?> members) {
    out.writeStartObject();
    members.forEach(
        (name, value) -> {
          out.writeKey(name.toString());
          write(out, value);
        });
    out.writeEnd();
  }

  private static void writeScalar(JsonGenerator out, Object value) {
    if (value instanceof Boolean flag) {
      out.write(flag);
    } else if (value instanceof BigDecimal number) {
      out.write(number);
    } else if (value instanceof Double number && number % 1 != 0) {
      out.write(number);
    } else if (value instanceof Number number) {
      out.write(number.longValue());
    } else if (value instanceof Instant instant) {
      out.write(date(instant));
    } else {
      out.write(value.toString());
    }
  }
}
