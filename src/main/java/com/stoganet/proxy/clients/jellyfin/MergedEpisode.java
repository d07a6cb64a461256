package com.stoganet.proxy.clients.jellyfin;

import static com.stoganet.proxy.clients.jellyfin.JellyfinItems.text;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * An episode and all its files.
 *
 * @param season its number, which may be negative
 * @param number negative when it has none, and unique in its season
 * @param items at least one
 */
record MergedEpisode(int season, int number, List<BaseItem> items) {

  /** As they aired; those without a number come last. */
  private static final Comparator<BaseItem> AIRED =
      Comparator.<BaseItem, Integer>comparing(
              item ->
                  ItemEpisodes.hasNumber(item.indexNumber) ? item.indexNumber : Integer.MAX_VALUE)
          .thenComparing(
              item -> ItemEpisodes.hasNumber(item.indexNumber) ? "" : text(item.premiereDate),
              Comparator.comparing(String::isEmpty).thenComparing(Comparator.naturalOrder()));

  /** The day and the name of an episode without a number. */
  private record Name(String name, String day) {}

  /**
   * The episodes of a season. Jellyfin before 12 lists two files of one episode as two episodes of
   * one number, but different episodes may have one number, too; of those without a number, two are
   * the same when name and day are, and when they come from different copies of the series.
   */
  static List<MergedEpisode> of(int season, Collection<BaseItem> items) {
    Map<Object, List<BaseItem>> groups = new LinkedHashMap<>();
    items.stream()
        .sorted(AIRED)
        .forEach(
            item -> groups.computeIfAbsent(key(item, groups), k -> new ArrayList<>()).add(item));
    List<List<BaseItem>> numbered =
        groups.values().stream()
            .filter(group -> isNumbered(group.get(0)))
            .flatMap(group -> distinct(group).stream())
            .toList();
    List<List<BaseItem>> others =
        groups.values().stream().filter(group -> !isNumbered(group.get(0))).toList();
    List<MergedEpisode> episodes = new ArrayList<>();
    numbered.forEach(
        group -> episodes.add(new MergedEpisode(season, group.get(0).indexNumber, group)));
    IntStream.range(0, others.size())
        .forEach(index -> episodes.add(new MergedEpisode(season, -1 - index, others.get(index))));
    return List.copyOf(episodes);
  }

  private static Object key(BaseItem item, Map<Object, List<BaseItem>> groups) {
    if (isNumbered(item)) {
      return item.indexNumber;
    }
    Name name = new Name(text(item.name), text(item.premiereDate));
    boolean same =
        groups.getOrDefault(name, List.of()).stream()
            .noneMatch(other -> text(other.seriesId).equals(text(item.seriesId)));
    return same ? name : item;
  }

  /** The episodes among items of one number. */
  private static List<List<BaseItem>> distinct(List<BaseItem> items) {
    List<List<BaseItem>> episodes = new ArrayList<>();
    for (BaseItem item : items) {
      episodes.stream()
          .filter(episode -> episode.stream().noneMatch(other -> differ(item, other)))
          .findFirst()
          .ifPresentOrElse(
              episode -> episode.add(item), () -> episodes.add(new ArrayList<>(List.of(item))));
    }
    return episodes;
  }

  /**
   * Whether items of one number are different episodes: by their last number, or by name and day. A
   * name alone may be in another language, a day alone that of another country.
   */
  private static boolean differ(BaseItem one, BaseItem other) {
    return !ItemEpisodes.numberEnd(one).equals(ItemEpisodes.numberEnd(other))
        || differ(text(one.name), text(other.name)) && differ(day(one), day(other));
  }

  private static boolean differ(String one, String other) {
    return !one.isBlank() && !other.isBlank() && !one.equalsIgnoreCase(other);
  }

  /** Jellyfin writes the year 1 for an unknown day. */
  private static String day(BaseItem item) {
    String date = text(item.premiereDate);
    return date.length() < 10 || date.startsWith("0001") ? "" : date.substring(0, 10);
  }

  private static boolean isNumbered(BaseItem item) {
    return ItemEpisodes.hasNumber(item.indexNumber);
  }

  boolean isSpecial() {
    return season == 0;
  }

  /** Whether there is a file that plays, as far as the items tell. */
  boolean plays() {
    return items.stream().anyMatch(item -> ItemPlayability.known(item).isEmpty());
  }

  boolean played() {
    return items.stream().anyMatch(item -> JellyfinItems.progress(item).played());
  }

  boolean has(BaseItem item) {
    return items.stream().anyMatch(each -> text(each.id).equalsIgnoreCase(item.id));
  }

  /** Whether the item, of this season, is another file of this episode. */
  boolean isAlso(BaseItem item) {
    return Integer.valueOf(number).equals(item.indexNumber)
        && items.stream().noneMatch(each -> differ(each, item));
  }

  /** The same with another of its files, if it is one. */
  MergedEpisode with(BaseItem item) {
    return has(item)
        ? this
        : new MergedEpisode(
            season, number, Stream.concat(items.stream(), Stream.of(item)).toList());
  }

  /** Whether the user is in the middle of it. */
  boolean inProgress() {
    return items.stream().anyMatch(item -> JellyfinItems.progress(item).positionMillis() > 0);
  }
}
