package com.stoganet.proxy.media;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.stoganet.proxy.shared.Caller;
import com.stoganet.proxy.shared.Service;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Browsing: lists of titles, each as its reader may see it, made from what is in memory. */
@Service
public class Catalogue {

  /** Titles in all remembered selections together; each takes four bytes. */
  private static final long ROOM = 1_000_000;

  private static final Duration IDLE = Duration.ofMinutes(5);

  private final CatalogIndex index;
  private final UserVisibilityCache visibility;
  private final Cache<Basis, Selection> selections;

  /** Whatever a selection follows from. */
  private record Basis(
      long snapshot, LibraryQuery query, IdSet visible, IdSet played, IdSet liked) {}

  @Inject
  public Catalogue(CatalogIndex index, UserVisibilityCache visibility) {
    this.index = index;
    this.visibility = visibility;
    this.selections =
        Caffeine.newBuilder()
            .maximumWeight(ROOM)
            .weigher((Basis basis, Selection selection) -> 100 + selection.titles().size())
            .expireAfterAccess(IDLE)
            .build();
  }

  /** The titles of a query that the caller may see. */
  public Selection select(Caller caller, LibraryQuery query) {
    return select(caller, query, visibility.visible(caller));
  }

  /** The same before long, without waiting. */
  CompletableFuture<Selection> selectSoon(Caller caller, LibraryQuery query) {
    return visibility.visibleSoon(caller).thenApply(visible -> select(caller, query, visible));
  }

  /** How many titles of a kind (null for both) the caller may see in each genre, by name. */
  public Map<String, Integer> genres(Caller caller, MediaKind kind) {
    Map<String, Integer> counts = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    LibraryQuery all = LibraryQuery.of(kind, LibraryQuery.ALL.order());
    select(caller, all)
        .titles()
        .forEach(title -> title.genres().forEach(genre -> counts.merge(genre, 1, Integer::sum)));
    return counts;
  }

  /** The titles that match the words, best first; {@code kind} null means both. */
  public List<Title> search(Caller caller, String words, MediaKind kind, int limit) {
    CatalogueSnapshot snapshot = index.snapshot();
    IdSet visible = visibility.visible(caller);
    return snapshot
        .search()
        .find(
            words,
            title -> (kind == null || kind == title.kind()) && snapshot.isShown(title, visible),
            limit);
  }

  /**
   * The title as the caller may see it; empty for one that is hidden as for one that is not here.
   */
  public Optional<Title> shown(Caller caller, CatalogId id) {
    return index.snapshot().shown(id, visibility.visible(caller));
  }

  /** Like {@link #shown}, also for a title that has only just come: Jellyfin is asked again. */
  public Optional<Title> shownNow(Caller caller, CatalogId id) {
    return index.snapshot().shown(id, visibility.visibleNow(caller));
  }

  /** Whether the library has the title, even if the caller may not see it. */
  public boolean has(CatalogId id) {
    return !index.snapshot().copiesOf(id).isEmpty();
  }

  /** Starts to read the library, to which a title is about to come. */
  public void refreshSoon() {
    index.refreshSoon();
  }

  private Selection select(Caller caller, LibraryQuery query, IdSet visible) {
    IdSet played = query.unwatched() == null ? IdSet.EMPTY : visibility.played(caller);
    IdSet liked = query.favorite() == null ? IdSet.EMPTY : visibility.favorites(caller);
    CatalogueSnapshot snapshot = index.snapshot();
    return selections.get(
        new Basis(snapshot.serial(), query, visible, played, liked),
        unused ->
            new Selection(
                UUID.randomUUID().toString(),
                query,
                matching(snapshot, query, visible)
                    .filter(
                        is(query.unwatched(), title -> !isPlayed(snapshot, title, visible, played)))
                    .filter(is(query.favorite(), title -> isLiked(snapshot, title, visible, liked)))
                    .toList()));
  }

  private static Stream<Title> matching(
      CatalogueSnapshot snapshot, LibraryQuery query, IdSet visible) {
    return snapshot.sorted(query.order()).stream()
        .filter(title -> query.matches(title) && snapshot.isShown(title, visible));
  }

  private static Predicate<Title> is(Boolean wanted, Predicate<Title> fact) {
    return title -> wanted == null || wanted == fact.test(title);
  }

  /** A movie when any copy is; a series when all are, since they may have different seasons. */
  private static boolean isPlayed(
      CatalogueSnapshot snapshot, Title title, IdSet visible, IdSet played) {
    Predicate<Title> watched = copy -> played.contains(copy.item());
    return title.kind() == MediaKind.MOVIE
        ? copies(snapshot, title, visible).anyMatch(watched)
        : copies(snapshot, title, visible).allMatch(watched);
  }

  private static boolean isLiked(
      CatalogueSnapshot snapshot, Title title, IdSet visible, IdSet liked) {
    return copies(snapshot, title, visible).anyMatch(copy -> liked.contains(copy.item()));
  }

  private static Stream<Title> copies(CatalogueSnapshot snapshot, Title title, IdSet visible) {
    return snapshot.copiesOf(title.id()).stream().filter(copy -> visible.contains(copy.item()));
  }
}
