package com.stoganet.sandbox;

import java.util.List;

/** The part of a list that was asked for, with the total. */
record Page(List<Item> items, int total, int start) {

  static Page of(List<Item> all, Query query) {
    int start = Math.max(0, query.number("startIndex").orElse(0));
    int limit = query.number("limit").orElse(Integer.MAX_VALUE);
    int from = Math.min(start, all.size());
    int to = (int) Math.min(all.size(), (long) from + Math.max(0, limit));
    List<Item> items = List.copyOf(all.subList(from, to));
    // Jellyfin: without counting, the total is what this answer lets you infer, no more.
    boolean counted = query.flag("enableTotalRecordCount", true);
    return new Page(items, counted ? all.size() : items.size() + start, start);
  }

  Dto dto(ItemJson json) {
    return result(items.stream().map(json::of).toList(), total, start);
  }

  static Dto result(List<Dto> items, int total, int start) {
    return new Dto().put("Items", items).put("TotalRecordCount", total).put("StartIndex", start);
  }
}
