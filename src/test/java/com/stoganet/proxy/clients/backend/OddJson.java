package com.stoganet.proxy.clients.backend;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonStructure;
import jakarta.json.JsonValue;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A recorded answer with one odd value in it at a time. */
public final class OddJson {

  private static final Map<String, JsonValue> VALUES = new LinkedHashMap<>();

  static {
    VALUES.put("null", JsonValue.NULL);
    VALUES.put("true", JsonValue.TRUE);
    VALUES.put("empty text", Json.createValue(""));
    VALUES.put("text", Json.createValue("\u0000 odd \uFFFD"));
    VALUES.put("text of a number", Json.createValue("99999999999"));
    VALUES.put("-1", Json.createValue(-1));
    VALUES.put("99999999999", Json.createValue(99_999_999_999L));
    VALUES.put("the largest long", Json.createValue(Long.MAX_VALUE));
    VALUES.put("the smallest long", Json.createValue(Long.MIN_VALUE));
    VALUES.put("1e300", Json.createValue(new BigDecimal("1e300")));
    VALUES.put("0.5", Json.createValue(new BigDecimal("0.5")));
    VALUES.put("a far date", Json.createValue("+999999999-12-31T23:59:59.9999999Z"));
    VALUES.put("empty list", JsonValue.EMPTY_JSON_ARRAY);
    VALUES.put("list of null", Json.createArrayBuilder().addNull().build());
    VALUES.put(
        "list of odd things",
        Json.createArrayBuilder()
            .addNull()
            .add(1)
            .add("x")
            .add(JsonValue.EMPTY_JSON_OBJECT)
            .add(JsonValue.EMPTY_JSON_ARRAY)
            .build());
    VALUES.put("empty object", JsonValue.EMPTY_JSON_OBJECT);
    VALUES.put("object", Json.createObjectBuilder().addNull("Id").addNull("id").build());
  }

  /**
   * An answer that is odd in one place.
   *
   * @param place such as /Items/0/Genres: null
   */
  public record Odd(String place, String json) {}

  private OddJson() {}

  /**
   * The answer with each member and element in turn replaced by odd values, or left out.
   *
   * @param seen kinds of places that were tried already; it gets those of this answer
   */
  public static List<Odd> all(JsonStructure answer, Set<String> seen) {
    List<Odd> odd = new ArrayList<>();
    for (String place : places(answer, "", new ArrayList<>())) {
      if (!seen.add(place.replaceAll("/[0-9]+", "/*"))) {
        continue;
      }
      VALUES.forEach(
          (name, value) ->
              odd.add(
                  new Odd(
                      place + ": " + name,
                      Json.createPointer(place).replace(answer, value).toString())));
      odd.add(new Odd(place + ": left out", Json.createPointer(place).remove(answer).toString()));
    }
    return odd;
  }

  /** The same without remembering kinds of places. */
  public static List<Odd> all(JsonStructure answer) {
    return all(answer, new HashSet<>());
  }

  private static List<String> places(JsonValue value, String prefix, List<String> places) {
    if (value instanceof JsonObject object) {
      object.forEach((name, each) -> place(prefix + "/" + Json.encodePointer(name), each, places));
    } else if (value instanceof JsonArray array) {
      for (int i = 0; i < array.size(); i++) {
        place(prefix + "/" + i, array.get(i), places);
      }
    }
    return places;
  }

  private static void place(String place, JsonValue value, List<String> places) {
    places.add(place);
    places(value, place, places);
  }
}
