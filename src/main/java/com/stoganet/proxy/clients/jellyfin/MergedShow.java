package com.stoganet.proxy.clients.jellyfin;

import static com.stoganet.proxy.clients.jellyfin.JellyfinItems.text;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * The seasons and episodes of a show that Jellyfin may have in several folders.
 *
 * <p>What has the same number is the same season or episode. A season without a number is one that
 * Jellyfin made up, called Season Unknown, or a folder whose name tells none; it is known by its
 * name, and gets a negative number. A folder whose episodes all have the number of another season
 * holds nothing of its own.
 */
final class MergedShow {

  /** The specials first, then what has a number, then what has none, in the order of Jellyfin. */
  private static final Comparator<Integer> ORDER =
      Comparator.<Integer, Boolean>comparing(number -> number < 0)
          .thenComparing(number -> Math.abs((long) number));

  /**
   * A season.
   *
   * @param number negative when it has none
   * @param items the season at Jellyfin, once for each copy; empty when there are only episodes
   */
  record Part(int number, List<BaseItem> items, List<MergedEpisode> episodes) {}

  private final Map<String, Integer> numbers = new HashMap<>();
  private final Map<Integer, List<BaseItem>> seasons = new TreeMap<>(ORDER);

  /** Of the seasons in the order of the copies, and of Jellyfin in each copy. */
  MergedShow(Collection<BaseItem> seasonItems) {
    Map<String, Integer> names = new LinkedHashMap<>();
    for (BaseItem season : seasonItems) {
      int number =
          ItemEpisodes.hasNumber(season.indexNumber)
              ? season.indexNumber
              : names.computeIfAbsent(key(season.name), name -> -1 - names.size());
      numbers.put(text(season.id), number);
      seasons.computeIfAbsent(number, unused -> new ArrayList<>()).add(season);
    }
  }

  /** The seasons at Jellyfin with this number; it may have none. */
  List<BaseItem> items(int number) {
    return seasons.getOrDefault(number, List.of());
  }

  /**
   * All seasons with their episodes, each episode once. A season that has a number is there even if
   * it has no episode.
   */
  List<Part> parts(Collection<BaseItem> episodes) {
    Map<Integer, List<BaseItem>> byNumber = new TreeMap<>(ORDER);
    seasons.keySet().stream()
        .filter(number -> number >= 0)
        .forEach(number -> byNumber.put(number, new ArrayList<>()));
    for (BaseItem episode : episodes) {
      byNumber.computeIfAbsent(seasonOf(episode), unused -> new ArrayList<>()).add(episode);
    }
    return byNumber.entrySet().stream()
        .map(
            entry ->
                new Part(
                    entry.getKey(),
                    items(entry.getKey()),
                    MergedEpisode.of(entry.getKey(), entry.getValue())))
        .toList();
  }

  /**
   * The number of the season that an episode belongs to. Jellyfin before 12 does not tell which
   * season it made up for an episode, only what that is called.
   */
  int seasonOf(BaseItem episode) {
    if (ItemEpisodes.hasNumber(episode.parentIndexNumber)) {
      return episode.parentIndexNumber;
    }
    return Optional.ofNullable(numbers.get(text(episode.seasonId)))
        .or(() -> named(episode.seasonName))
        .orElse(-1 - (int) seasons.keySet().stream().filter(number -> number < 0).count());
  }

  /** The number of one of the seasons that this was made of; 0 for any other. */
  int numberOf(BaseItem season) {
    return numbers.getOrDefault(text(season.id), 0);
  }

  /** Whether none of the known numbers is that of this season. */
  boolean isLackedBy(Set<Integer> known, BaseItem season) {
    return !known.contains(numbers.get(text(season.id)));
  }

  private Optional<Integer> named(String name) {
    return seasons.entrySet().stream()
        .filter(entry -> entry.getKey() < 0)
        .filter(
            entry -> entry.getValue().stream().anyMatch(item -> key(item.name).equals(key(name))))
        .map(Map.Entry::getKey)
        .findFirst();
  }

  private static String key(String name) {
    return text(name).toLowerCase(Locale.ROOT).strip();
  }
}
