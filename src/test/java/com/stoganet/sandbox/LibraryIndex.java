package com.stoganet.sandbox;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * How the items hang together at one moment; made anew after a change of the library.
 *
 * <p>Only what no item ever changes goes in here: type, place and being a second version. The
 * orders are worked out when somebody first asks for them.
 */
final class LibraryIndex {
  private static final int LISTINGS = 64;
  static final Comparator<Item> AIRED =
      Comparator.<Item, Integer>comparing(item -> item.parentIndex().orElse(0))
          .thenComparing(item -> item.index().orElse(0));

  private final List<Item> everything;
  private final List<Item> listed;
  private final Map<ItemType, List<Item>> byType = new EnumMap<>(ItemType.class);
  private final Map<String, List<Item>> byParent = new HashMap<>();
  private final Map<String, List<Item>> episodes = new HashMap<>();
  private final Map<String, List<Item>> episodeFiles = new HashMap<>();
  private final Map<Integer, List<Item>> shows = new HashMap<>();
  private final Map<String, List<Item>> listings = new ConcurrentHashMap<>();
  private volatile List<Item> byName;
  private volatile List<Item> newestFirst;

  private static boolean isListed(Item item) {
    return item.primaryVersionId() == null && item.extraOf() == null;
  }

  LibraryIndex(Collection<Item> items) {
    everything = List.copyOf(items);
    listed = everything.stream().filter(LibraryIndex::isListed).toList();
    for (Item item : listed) {
      byType.computeIfAbsent(item.type(), key -> new ArrayList<>()).add(item);
      if (item.parentId() != null) {
        byParent.computeIfAbsent(item.parentId(), key -> new ArrayList<>()).add(item);
      }
      if (item.type() == ItemType.EPISODE && item.seriesId() != null) {
        episodes.computeIfAbsent(item.seriesId(), key -> new ArrayList<>()).add(item);
      }
    }
    for (Item item : everything) {
      if (item.type() == ItemType.EPISODE && item.seriesId() != null) {
        episodeFiles.computeIfAbsent(item.seriesId(), key -> new ArrayList<>()).add(item);
      }
      if (item.type() == ItemType.SERIES && item.tmdb().isPresent()) {
        shows.computeIfAbsent(item.tmdb().get(), key -> new ArrayList<>()).add(item);
      }
    }
    byType.replaceAll((type, list) -> List.copyOf(list));
    byParent.replaceAll((id, list) -> List.copyOf(list));
    episodes.replaceAll((id, list) -> list.stream().sorted(AIRED).toList());
    episodeFiles.replaceAll((id, list) -> list.stream().sorted(AIRED).toList());
  }

  /** Second versions included, which no list shows. */
  List<Item> everything() {
    return everything;
  }

  List<Item> listed() {
    return listed;
  }

  List<Item> ofType(ItemType type) {
    return byType.getOrDefault(type, List.of());
  }

  List<Item> in(String parentId) {
    return byParent.getOrDefault(parentId, List.of());
  }

  List<Item> episodes(String seriesId) {
    return episodes.getOrDefault(seriesId, List.of());
  }

  /** The episodes with their second files. */
  List<Item> episodeFiles(String seriesId) {
    return episodeFiles.getOrDefault(seriesId, List.of());
  }

  /** The folders of a show. */
  List<Item> show(int tmdb) {
    return shows.getOrDefault(tmdb, List.of());
  }

  /** A listing that stays the same until the library changes. */
  List<Item> listing(String key, Supplier<List<Item>> making) {
    List<Item> known = listings.get(key);
    if (known == null) {
      known = List.copyOf(making.get());
      if (listings.size() >= LISTINGS) {
        listings.clear();
      }
      listings.put(key, known);
    }
    return known;
  }

  /** What is listed, in an order that most sorting by name finds ready. */
  List<Item> byName() {
    List<Item> sorted = byName;
    if (sorted == null) {
      sorted =
          listed.stream()
              .sorted(Comparator.comparing(Item::sortName).thenComparing(Item::id))
              .toList();
      byName = sorted;
    }
    return sorted;
  }

  /** What is listed, what was created last first. */
  List<Item> newestFirst() {
    List<Item> sorted = newestFirst;
    if (sorted == null) {
      sorted =
          listed.stream()
              .sorted(Comparator.comparing((Item item) -> item.created()).reversed())
              .toList();
      newestFirst = sorted;
    }
    return sorted;
  }
}
