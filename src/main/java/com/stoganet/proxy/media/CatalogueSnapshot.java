package com.stoganet.proxy.media;

import com.stoganet.proxy.media.search.SearchIndex;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * All titles of the server as they were at one moment, also those that only some users may see.
 *
 * <p>It never changes; {@link #with} makes the next one and shares whatever stayed the same.
 */
public final class CatalogueSnapshot {

  private static final AtomicLong SERIALS = new AtomicLong();

  /** A copy on a disc does not hide one that can be played. */
  private static final Comparator<Title> BEST_FIRST =
      Comparator.<Title, Boolean>comparing(title -> title.unplayable().isPresent())
          .thenComparing(Title::added, Comparator.nullsLast(Comparator.<Instant>naturalOrder()))
          .thenComparing(Title::item);

  /** Before anything was read. */
  public static final CatalogueSnapshot EMPTY = new CatalogueSnapshot(Map.of(), Map.of());

  private final long serial = SERIALS.incrementAndGet();
  private final Map<JellyfinId, Title> titles;

  /** Titles that have the TMDB number of another one: under an id of their own. */
  private final Map<JellyfinId, Title> misnumbered;

  private final Map<JellyfinId, List<String>> people;
  private final Map<CatalogId, List<Title>> copies;
  private final List<CatalogId> seriesInCopies;
  private final SearchIndex search;
  private final Map<TitleOrder, List<Title>> orders = new ConcurrentHashMap<>();

  private CatalogueSnapshot(Map<JellyfinId, Title> titles, Map<JellyfinId, List<String>> people) {
    this.titles = titles;
    this.people = people;
    this.misnumbered = SharedNumbers.misnumbered(group(titles.values()).values());
    this.copies = group(titles());
    this.seriesInCopies =
        copies.values().stream()
            .filter(some -> some.size() > 1 && some.get(0).kind() == MediaKind.TV)
            .map(some -> some.get(0).id())
            .toList();
    this.search = SearchIndex.of(titles(), title -> people.getOrDefault(title.item(), List.of()));
  }

  /**
   * The next snapshot; this one if nothing changes.
   *
   * @param changed titles that are new or may have changed
   * @param morePeople people of titles, by the item
   * @param gone items that are no more
   */
  public CatalogueSnapshot with(
      Collection<Title> changed, Map<JellyfinId, List<String>> morePeople, Set<JellyfinId> gone) {
    Map<JellyfinId, Title> nextTitles = new HashMap<>(titles);
    Map<JellyfinId, List<String>> nextPeople = new HashMap<>(people);
    changed.forEach(title -> nextTitles.put(title.item(), title));
    nextPeople.putAll(morePeople);
    nextTitles.keySet().removeAll(gone);
    nextPeople.keySet().retainAll(nextTitles.keySet());
    return nextTitles.equals(titles) && nextPeople.equals(people)
        ? this
        : new CatalogueSnapshot(nextTitles, nextPeople);
  }

  /** A number that is unique in this process. */
  public long serial() {
    return serial;
  }

  public List<Title> titles() {
    return titles.values().stream()
        .map(title -> misnumbered.getOrDefault(title.item(), title))
        .toList();
  }

  /** The items of all titles; not a copy. */
  public Set<JellyfinId> items() {
    return titles.keySet();
  }

  /** The items whose people are known; not a copy. */
  public Set<JellyfinId> itemsWithPeople() {
    return people.keySet();
  }

  public Optional<Title> find(JellyfinId item) {
    return Optional.ofNullable(misnumbered.getOrDefault(item, titles.get(item)));
  }

  /** Every copy of the title: those that can be played first, of them the oldest. */
  public List<Title> copiesOf(CatalogId id) {
    return copies.getOrDefault(id, List.of());
  }

  /** Series that lie in several folders or libraries, in no order. */
  List<CatalogId> seriesInCopies() {
    return seriesInCopies;
  }

  /**
   * The copy that stands for the title towards a user: the oldest that they may see, and play if
   * they can play any.
   */
  Optional<Title> shown(CatalogId id, IdSet visible) {
    return copiesOf(id).stream().filter(copy -> visible.contains(copy.item())).findFirst();
  }

  boolean isShown(Title title, IdSet visible) {
    return shown(title.id(), visible).filter(copy -> copy == title).isPresent();
  }

  /** The titles of these items, each once and as the user may see it; the others are left out. */
  List<Title> shown(List<Title> items, IdSet visible) {
    return items.stream()
        .flatMap(item -> find(item.item()).stream())
        .map(Title::id)
        .distinct()
        .flatMap(id -> shown(id, visible).stream())
        .toList();
  }

  /** All titles in this order; remembered, except for shuffles, of which there are too many. */
  List<Title> sorted(TitleOrder order) {
    return order.sort() == LibrarySort.RANDOM
        ? order.sorted(titles())
        : orders.computeIfAbsent(order, each -> each.sorted(titles()));
  }

  SearchIndex search() {
    return search;
  }

  private static Map<CatalogId, List<Title>> group(Collection<Title> titles) {
    Map<CatalogId, List<Title>> groups = new HashMap<>();
    for (Title title : titles) {
      groups.merge(title.id(), List.of(title), CatalogueSnapshot::joined);
    }
    return groups;
  }

  private static List<Title> joined(List<Title> some, List<Title> more) {
    List<Title> all = new ArrayList<>(some);
    all.addAll(more);
    all.sort(BEST_FIRST);
    return List.copyOf(all);
  }
}
