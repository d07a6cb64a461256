package com.stoganet.proxy.media;

import com.stoganet.proxy.media.WatchHistory.Viewed;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What to go on with: one card per title, what was watched last first, without what was hidden. */
final class WatchNext {

  private static final Comparator<Entry> LATEST_FIRST =
      Comparator.comparing(Entry::active, Comparator.nullsLast(Comparator.reverseOrder()));

  /** A card, and when its title was last watched; null when unknown. */
  private record Entry(Card card, Instant active) {}

  private final Map<CatalogId, Entry> entries = new LinkedHashMap<>();

  private WatchNext() {}

  /**
   * Merges what is there.
   *
   * @param inProgress wins over the next episode of the same series
   * @param lastWatched by the item of the series: the next episode itself was never watched
   * @param hidden by catalogue id; a title that was watched since then comes back
   */
  static List<Card> of(
      List<Viewed> inProgress,
      List<Viewed> nextUp,
      Map<JellyfinId, Instant> lastWatched,
      Map<String, Instant> hidden) {
    WatchNext next = new WatchNext();
    inProgress.forEach(viewed -> next.add(viewed, viewed.lastPlayed()));
    nextUp.forEach(viewed -> next.add(viewed, lastWatched.get(viewed.title().item())));
    List<Entry> sorted = new ArrayList<>(next.entries.values());
    sorted.sort(LATEST_FIRST);
    return sorted.stream().filter(entry -> shows(entry, hidden)).map(Entry::card).toList();
  }

  private void add(Viewed viewed, Instant active) {
    Card card = new Card(viewed.title(), viewed.episode(), viewed.progress());
    entries.putIfAbsent(viewed.title().id(), new Entry(card, active));
  }

  private static boolean shows(Entry entry, Map<String, Instant> hidden) {
    Instant since = hidden.get(entry.card().title().id().toString());
    return since == null || (entry.active() != null && entry.active().isAfter(since));
  }
}
