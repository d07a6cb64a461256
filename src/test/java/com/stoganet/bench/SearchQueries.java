package com.stoganet.bench;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/** What people type: names, beginnings of names, names with a slip, and who plays in it. */
final class SearchQueries {
  private static final int TITLES = 50;
  private static final int MIN_PREFIX = 3;

  private final RandomGenerator random = new SplittableRandom(7);
  private final List<String> queries = new ArrayList<>();

  private SearchQueries() {}

  /** Four queries for each of some titles out of the whole library. */
  static List<String> of(JellyfinUser user) {
    SearchQueries search = new SearchQueries();
    String all =
        "/Items?recursive=true&includeItemTypes=Movie,Series&collapseBoxSetItems=false"
            + "&sortBy=DateCreated,SortName&fields=People";
    int total = user.get(all + "&limit=0").json().getInt("TotalRecordCount");
    for (int i = 0; i < TITLES; i++) {
      int start = (int) ((long) total * i / TITLES);
      user.get(all + "&limit=1&startIndex=" + start)
          .json()
          .getJsonArray("Items")
          .getValuesAs(JsonObject.class)
          .forEach(search::add);
    }
    return search.queries;
  }

  private void add(JsonObject item) {
    String name = item.getString("Name");
    query(name);
    int end = Math.min(name.length(), MIN_PREFIX + random.nextInt(4));
    query(name.substring(0, end).strip());
    query(slip(name));
    List<JsonObject> people =
        item.getOrDefault("People", JsonValue.EMPTY_JSON_ARRAY)
            .asJsonArray()
            .getValuesAs(JsonObject.class);
    if (!people.isEmpty()) {
      query(people.get(random.nextInt(people.size())).getString("Name"));
    }
  }

  /** One letter is left out, doubled, or changes places with the next. */
  private String slip(String name) {
    int at = random.nextInt(1, Math.max(2, name.length() - 1));
    if (at + 1 >= name.length()) {
      return name;
    }
    String before = name.substring(0, at);
    return switch (random.nextInt(3)) {
      case 0 -> before + name.substring(at + 1);
      case 1 -> before + name.charAt(at) + name.substring(at);
      default -> before + name.charAt(at + 1) + name.charAt(at) + name.substring(at + 2);
    };
  }

  private void query(String text) {
    queries.add("/search?q=" + URLEncoder.encode(text, StandardCharsets.UTF_8));
  }
}
