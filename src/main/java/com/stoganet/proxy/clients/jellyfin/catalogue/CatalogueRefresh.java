package com.stoganet.proxy.clients.jellyfin.catalogue;

import com.stoganet.proxy.clients.jellyfin.BaseItem;
import com.stoganet.proxy.clients.jellyfin.ItemPage;
import com.stoganet.proxy.clients.jellyfin.JellyfinConnection;
import com.stoganet.proxy.clients.jellyfin.JellyfinItems;
import com.stoganet.proxy.media.CatalogueSnapshot;
import com.stoganet.proxy.media.JellyfinId;
import com.stoganet.proxy.media.Title;
import com.stoganet.proxy.shared.ApiException;
import com.stoganet.proxy.shared.Log;
import com.stoganet.proxy.shared.Service;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Brings a snapshot of the catalogue up to date; for one thread at a time.
 *
 * <p>Jellyfin reports changed titles, but not deleted ones: the proxy compares all ids when the
 * number of titles differs, at long intervals, and every minute while there are titles that it
 * could not read.
 */
@Service
public class CatalogueRefresh {

  private static final Log LOG = Log.of(CatalogueRefresh.class);

  /**
   * The clocks of the proxy and Jellyfin may differ, and Jellyfin takes some time to save a title.
   */
  private static final Duration OVERLAP = Duration.ofMinutes(5);

  private static final Duration BETWEEN_COMPARISONS = Duration.ofMinutes(15);

  /** Jellyfin does not report that a title has become readable again. */
  private static final Duration BETWEEN_COMPARISONS_WITH_SKIPPED = Duration.ofMinutes(1);

  /** How long to read people before the next look for changes. */
  private static final Duration PEOPLE_PATIENCE = Duration.ofSeconds(20);

  private static final int LOGGED_TITLES = 5_000;

  /**
   * Enough for the cast and crew that Jellyfin stores of a title, and a bound: of 20 000 titles
   * these are a million names at most.
   */
  private static final int PEOPLE = 50;

  private final CatalogueReader reader;
  private final JellyfinConnection jellyfin;
  private final Clock clock;
  private Instant readAt = Instant.MIN;
  private Instant comparedAt = Instant.MIN;

  /**
   * How many more titles Jellyfin counts than it lists; a change of this number means that titles
   * were deleted.
   */
  private int knownSurplus;

  private volatile String progress = "is not read yet";

  /** How many elements of Jellyfin's list are no titles, as far as the proxy can read them. */
  private volatile int skipped;

  @Inject
  public CatalogueRefresh(CatalogueReader reader, JellyfinConnection jellyfin, Clock clock) {
    this.reader = reader;
    this.jellyfin = jellyfin;
    this.clock = clock;
  }

  /** The progress of the first reading, for readiness. */
  String progress() {
    return progress;
  }

  /** Whether Jellyfin still has all of these. */
  boolean areThere(List<JellyfinId> items) {
    return CatalogueReader.portions(items).stream()
        .allMatch(some -> reader.byIds(some).size() == some.size());
  }

  /** The number of titles that Jellyfin lists and that cannot be read. */
  int skipped() {
    return skipped;
  }

  /** The next snapshot; the same one if nothing changed. */
  CatalogueSnapshot next(CatalogueSnapshot known) {
    Instant now = clock.instant();
    if (known == CatalogueSnapshot.EMPTY) {
      jellyfin.confirmServer();
      return readAll(known, now);
    }
    CatalogueSnapshot changed = apply(known, reader.changedSince(readAt.minus(OVERLAP)));
    readAt = now;
    try {
      int surplus = reader.count() - changed.items().size();
      Duration pause = skipped > 0 ? BETWEEN_COMPARISONS_WITH_SKIPPED : BETWEEN_COMPARISONS;
      boolean due = !comparedAt.plus(pause).isAfter(now);
      return due || surplus != knownSurplus ? compared(changed, now) : changed;
    } catch (ApiException e) {
      LOG.warn("The ids of the catalogue could not be compared: " + e.getMessage());
      return changed;
    }
  }

  /**
   * The snapshot with the people of as many titles as Jellyfin sends in {@link #PEOPLE_PATIENCE};
   * later calls add the rest.
   */
  CatalogueSnapshot withPeople(CatalogueSnapshot known) {
    Instant end = clock.instant().plus(PEOPLE_PATIENCE);
    Set<JellyfinId> unknown = new HashSet<>(known.items());
    unknown.removeAll(known.itemsWithPeople());
    Map<JellyfinId, List<String>> people = new HashMap<>();
    List<JellyfinId> shuffled = new ArrayList<>(unknown);
    // A random order, so that a title on which Jellyfin fails does not block the others for ever.
    Collections.shuffle(shuffled);
    for (List<JellyfinId> some : CatalogueReader.portions(shuffled)) {
      if (clock.instant().isAfter(end)) {
        break;
      }
      try {
        List<BaseItem> items = reader.byIds(some);
        // A title that Jellyfin does not send is stored without people, so that the proxy does not
        // ask for it again.
        some.forEach(id -> people.put(id, List.of()));
        items.forEach(item -> people.put(JellyfinItems.id(item), people(item)));
      } catch (ApiException e) {
        LOG.warn("The people of some titles could not be read: " + e.getMessage());
        break;
      }
    }
    return known.with(List.of(), people, Set.of());
  }

  private CatalogueSnapshot readAll(CatalogueSnapshot known, Instant now) {
    List<Title> titles = new ArrayList<>();
    AtomicInteger odd = new AtomicInteger();
    reader.all(
        page -> {
          page.stream().map(JellyfinItems::title).forEach(titles::add);
          odd.addAndGet(page.skipped());
          tell(titles.size(), page);
        });
    readAt = now;
    comparedAt = now;
    knownSurplus = odd.get();
    skip(odd.get());
    Set<JellyfinId> gone = new HashSet<>(known.items());
    titles.forEach(title -> gone.remove(title.item()));
    return known.with(titles, Map.of(), gone);
  }

  private void tell(int read, ItemPage page) {
    progress = "has read " + read + " of " + page.total() + " titles";
    if (read / LOGGED_TITLES > (read - page.size()) / LOGGED_TITLES) {
      LOG.info("The catalogue " + progress);
    }
  }

  private void skip(int odd) {
    if (odd > skipped) {
      LOG.warn("The catalogue lacks " + odd + " titles that Jellyfin sent without an id");
    }
    skipped = odd;
  }

  private static CatalogueSnapshot apply(CatalogueSnapshot known, List<BaseItem> items) {
    Map<JellyfinId, List<String>> people = new HashMap<>();
    items.forEach(item -> people.put(JellyfinItems.id(item), people(item)));
    return known.with(items.stream().map(JellyfinItems::title).toList(), people, Set.of());
  }

  /**
   * Compares all ids: finds deleted titles, and titles that were missed because pages shifted
   * during the reading.
   */
  private CatalogueSnapshot compared(CatalogueSnapshot known, Instant now) {
    Set<JellyfinId> there = new HashSet<>();
    AtomicInteger odd = new AtomicInteger();
    reader.ids(
        page -> {
          page.stream().map(JellyfinItems::id).forEach(there::add);
          odd.addAndGet(page.skipped());
        });
    skip(odd.get());
    comparedAt = now;
    knownSurplus = reader.count() - there.size();
    Set<JellyfinId> gone = new HashSet<>(known.items());
    gone.removeAll(there);
    there.removeAll(known.items());
    List<BaseItem> overlooked = new ArrayList<>();
    CatalogueReader.portions(there).forEach(some -> overlooked.addAll(reader.byIds(some)));
    return apply(known.with(List.of(), Map.of(), gone), overlooked);
  }

  /**
   * The people of an item, whom users search for; equal names are stored once, since many titles
   * share them.
   */
  private static List<String> people(BaseItem item) {
    return JellyfinItems.stream(item.people)
        .map(person -> JellyfinItems.text(person.name))
        .filter(name -> !name.isEmpty())
        .distinct()
        .limit(PEOPLE)
        .map(String::intern)
        .toList();
  }
}
