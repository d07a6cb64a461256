package com.stoganet.sandbox;

import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * What many answers look like, whatever they say: for each kind of object its members, and for each
 * member in which forms it was seen.
 */
final class Shapes {
  static final String ABSENT = "absent";

  /** Forms of saying that there is nothing; a client has to know each of them. */
  static final Set<String> NOTHING = Set.of(ABSENT, "null", "\"\"", "[]", "{}");

  private static final Pattern ID = Pattern.compile("[0-9a-fA-F]{32}");
  private static final Pattern GUID =
      Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}.*");
  private static final Pattern DATE = Pattern.compile("\\d{4}-\\d\\d-\\d\\dT[\\d:.]+Z");

  /** The kind that holds the values of all members that have only a few. */
  static final String VALUES = "values";

  private static final Set<String> CONSTANTS =
      Set.of(
          "AudioSpatialFormat",
          "Container",
          "LocationType",
          "MediaType",
          "PlayAccess",
          "Protocol",
          "SubtitleMode",
          "SyncPlayAccess",
          "TranscodingSubProtocol",
          "VideoRange",
          "VideoRangeType",
          "VideoType");

  /** Objects whose member names are data. */
  private static final Set<String> MAPS =
      Set.of("ImageTags", "ImageBlurHashes", "ProviderIds", "Trickplay", "errors");

  /** All objects of one kind. */
  static final class Shape {
    private final Map<String, Map<String, String>> members = new TreeMap<>();
    private final Map<String, Integer> counts = new TreeMap<>();
    private int objects;
    private String first;

    Set<String> names() {
      return members.keySet();
    }

    /** Each form that this member has, {@link #ABSENT} if it sometimes is not there. */
    Set<String> forms(String member) {
      Set<String> forms = new TreeSet<>(members.getOrDefault(member, Map.of()).keySet());
      if (counts.getOrDefault(member, 0) < objects && !member.endsWith("*")) {
        forms.add(ABSENT);
      }
      return forms;
    }

    /** An answer in which this member has a form. */
    String example(String member) {
      return members.getOrDefault(member, Map.of()).values().stream().findFirst().orElse(first);
    }

    private void object(String source) {
      objects++;
      first = first == null ? source : first;
    }

    private void member(String name, String form, String source) {
      members.computeIfAbsent(name, key -> new TreeMap<>()).putIfAbsent(form, source);
    }
  }

  private final Map<String, Shape> byKind = new LinkedHashMap<>();

  Map<String, Shape> byKind() {
    return byKind;
  }

  /** Takes in headers, or other things that have only texts. */
  void addTexts(String kind, Map<String, String> texts, String source) {
    Shape shape = shape(kind);
    shape.object(source);
    texts.forEach(
        (name, value) -> {
          shape.member(name, value, source);
          shape.counts.merge(name, 1, Integer::sum);
        });
  }

  /** Takes in a body; its objects have the kinds that {@link ItemKind} gives them. */
  void add(String kind, JsonValue value, String options, String source) {
    if (value instanceof JsonArray array) {
      array.forEach(element -> add(kind, element, options, source));
    } else if (value instanceof JsonObject object) {
      object(ItemKind.of(kind, object, options), object, options, source);
    }
  }

  private void object(String kind, JsonObject object, String options, String source) {
    Shape shape = shape(kind);
    shape.object(source);
    object.forEach(
        (name, value) -> {
          shape.member(name, form(value), source);
          if (CONSTANTS.contains(name)) {
            shape(VALUES).member(name, value.toString(), source);
          }
          shape.counts.merge(name, 1, Integer::sum);
          if (MAPS.contains(name)) {
            values(shape, name + ".*", value, source);
          } else {
            add(ItemKind.inside(kind, name), value, options, source);
          }
        });
  }

  private static void values(Shape shape, String name, JsonValue value, String source) {
    if (value instanceof JsonObject map) {
      map.values()
          .forEach(
              each -> {
                shape.member(name, form(each), source);
                values(shape, name + ".*", each, source);
              });
    }
  }

  private Shape shape(String kind) {
    return byKind.computeIfAbsent(kind, key -> new Shape());
  }

  static String form(JsonValue value) {
    if (value instanceof JsonString text) {
      return form(text.getString());
    }
    if (value instanceof JsonNumber number) {
      return number.isIntegral() ? "integer" : "number";
    }
    if (value instanceof JsonArray array) {
      return array.isEmpty() ? "[]" : "array of " + form(array.get(0));
    }
    if (value instanceof JsonObject object) {
      return object.isEmpty() ? "{}" : "object";
    }
    return value == JsonValue.NULL ? "null" : "boolean";
  }

  private static String form(String text) {
    if (text.isEmpty()) {
      return "\"\"";
    }
    if (ID.matcher(text).matches()) {
      return text.equals(Guid.EMPTY) ? "zeros" : "id";
    }
    if (DATE.matcher(text).matches()) {
      return "date";
    }
    return GUID.matcher(text).matches() ? "guid" : "text";
  }
}
