package com.stoganet.sandbox;

import java.time.Instant;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;

/** Puts items into the order that was asked for; without one, the order means nothing. */
final class ItemSort {
  private static final Comparator<Item> BY_ID = Comparator.comparing(Item::id);

  private final ServerState server;
  private final Account user;

  ItemSort(ServerState server, Account user) {
    this.server = server;
    this.user = user;
  }

  void sort(List<Item> items, Query query) {
    List<String> keys = query.commas("sortBy");
    if (keys.size() == 1 && keys.get(0).equalsIgnoreCase("Random")) {
      Collections.shuffle(items, ThreadLocalRandom.current());
      return;
    }
    List<String> orders = query.commas("sortOrder");
    Comparator<Item> comparator = null;
    for (int i = 0; i < keys.size(); i++) {
      Comparator<Item> next = comparator(keys.get(i));
      if (descending(orders, i)) {
        next = next.reversed();
      }
      comparator = comparator == null ? next : comparator.thenComparing(next);
    }
    items.sort(comparator == null ? BY_ID : comparator.thenComparing(BY_ID));
  }

  /** Jellyfin: with fewer orders than keys, the first order counts for the rest. */
  private static boolean descending(List<String> orders, int index) {
    if (orders.isEmpty()) {
      return false;
    }
    String order = index < orders.size() ? orders.get(index) : orders.get(0);
    return order.equalsIgnoreCase("Descending");
  }

  /** Unknown keys are dropped, which means: all items are equal. */
  private Comparator<Item> comparator(String key) {
    return switch (key.toLowerCase(Locale.ROOT)) {
      case "sortname", "name", "default" -> Comparator.comparing(Item::sortName);
      case "datecreated", "datelastcontentadded" -> Comparator.comparing(Item::created);
      case "premieredate", "startdate" ->
          Comparator.comparing(item -> orElse(item.metadata().premiere, Instant.MIN));
      case "productionyear" -> Comparator.comparing(item -> orElse(item.metadata().year, 0));
      case "communityrating" ->
          Comparator.comparing(item -> orElse(item.metadata().communityRating, 0.0));
      case "officialrating" ->
          Comparator.comparing(item -> orElse(item.metadata().officialRating, ""));
      case "runtime" -> Comparator.comparing(Item::runtimeTicks);
      case "seriessortname" -> Comparator.comparing(this::seriesName);
      case "parentindexnumber" -> Comparator.comparing(item -> item.parentIndex().orElse(-1));
      case "indexnumber" -> Comparator.comparing(item -> item.index().orElse(-1));
      case "airedepisodeorder" ->
          Comparator.<Item, Integer>comparing(item -> item.parentIndex().orElse(-1))
              .thenComparing(item -> item.index().orElse(-1));
      case "isfolder" -> Comparator.comparing(item -> item.type().folder());
      case "dateplayed" -> Comparator.comparing(this::lastPlayed);
      case "playcount" -> Comparator.comparing(item -> state(item).playCount());
      case "isplayed" -> Comparator.comparing(item -> state(item).played());
      case "isfavoriteorlikes" -> Comparator.comparing(item -> state(item).favorite());
      default -> Comparator.comparing(item -> 0);
    };
  }

  private Instant lastPlayed(Item item) {
    return orElse(state(item).lastPlayed(), Instant.MIN);
  }

  private WatchState state(Item item) {
    return user == null ? WatchState.NONE : server.watched.of(user, item.id());
  }

  private String seriesName(Item item) {
    return Optional.ofNullable(item.seriesId())
        .flatMap(server.library::find)
        .orElse(item)
        .sortName();
  }

  private static <T> T orElse(T value, T otherwise) {
    return value == null ? otherwise : value;
  }
}
