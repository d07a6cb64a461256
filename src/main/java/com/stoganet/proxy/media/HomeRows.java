package com.stoganet.proxy.media;

import com.stoganet.proxy.media.WatchHistory.Viewed;
import com.stoganet.proxy.shared.Background;
import com.stoganet.proxy.shared.Caller;
import com.stoganet.proxy.shared.RefreshingCache.Age;
import com.stoganet.proxy.shared.Service;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** Where the rows of the home screen come from; no thread waits for another here. */
@Service
public class HomeRows {

  /** Long enough for a user who goes back and forth, short enough for a second device. */
  private static final Age WATCHED = Age.atMost(Duration.ofSeconds(10));

  private static final Age NEW = new Age(Duration.ofSeconds(60), Duration.ofMinutes(10));

  /** More than a row has, since some are merged or hidden. */
  private static final int CANDIDATES = 2 * HomeRow.ENOUGH;

  private static final long ROOM = 1_000;

  private final Catalogue catalogue;
  private final UserVisibilityCache visibility;
  private final CatalogIndex index;
  private final WatchHistory history;
  private final HiddenTitles hidden;
  private final VisibleItems visibleItems;
  private final NextEpisodes nextEpisodes;
  private final Background background;
  private final PerUserCache<List<Viewed>> viewed = new PerUserCache<>(ROOM);
  private final PerUserCache<Map<JellyfinId, Instant>> lastWatched = new PerUserCache<>(ROOM);
  private final PerUserCache<Map<String, Instant>> hiddenTitles = new PerUserCache<>(ROOM);
  private final PerUserCache<List<Title>> newSeries = new PerUserCache<>(ROOM);

  @Inject
  public HomeRows(
      Catalogue catalogue,
      UserVisibilityCache visibility,
      CatalogIndex index,
      WatchHistory history,
      HiddenTitles hidden,
      VisibleItems visibleItems,
      NextEpisodes nextEpisodes,
      Background background) {
    this.catalogue = catalogue;
    this.visibility = visibility;
    this.index = index;
    this.history = history;
    this.hidden = hidden;
    this.visibleItems = visibleItems;
    this.nextEpisodes = nextEpisodes;
    this.background = background;
  }

  /** A row, before long. */
  CompletableFuture<HomeRow> soon(Caller caller, HomeRow.Name name) {
    return cards(caller, name).thenApply(cards -> HomeRow.of(name, cards));
  }

  void forget(@Observes WatchChanged change) {
    viewed.forget(change.userId());
    lastWatched.forget(change.userId());
    hiddenTitles.forget(change.userId());
  }

  private CompletableFuture<List<Card>> cards(Caller caller, HomeRow.Name name) {
    return switch (name) {
      case WATCH_NEXT -> watchNext(caller);
      case CONTINUE_WATCHING -> inProgress(caller).thenApply(HomeRows::cards);
      case NEXT_UP -> nextUp(caller).thenApply(HomeRows::cards);
      case RECENTLY_ADDED_MOVIES -> titles(caller, MediaKind.MOVIE, LibrarySort.ADDED);
      case RECENTLY_ADDED_TV -> recentSeries(caller);
      case ALL_MOVIES -> titles(caller, MediaKind.MOVIE, LibrarySort.TITLE);
      case ALL_TV -> titles(caller, MediaKind.TV, LibrarySort.TITLE);
    };
  }

  private CompletableFuture<List<Card>> watchNext(Caller caller) {
    CompletableFuture<List<Viewed>> inProgress = inProgress(caller);
    CompletableFuture<List<Viewed>> nextUp = nextUp(caller);
    CompletableFuture<Map<JellyfinId, Instant>> watched = lastWatched(caller);
    CompletableFuture<Map<String, Instant>> gone =
        hiddenTitles.read(
            caller, "", WATCHED, () -> background.ask(() -> hidden.of(caller.userId())));
    return CompletableFuture.allOf(inProgress, nextUp, watched, gone)
        .thenApply(
            unused -> WatchNext.of(inProgress.join(), nextUp.join(), watched.join(), gone.join()));
  }

  private CompletableFuture<Map<JellyfinId, Instant>> lastWatched(Caller caller) {
    return lastWatched
        .read(caller, "", WATCHED, () -> background.ask(() -> history.lastWatched(caller)))
        .thenApply(this::ofAllCopies);
  }

  /** When each series was last watched, whichever copy of it that was. */
  private Map<JellyfinId, Instant> ofAllCopies(Map<JellyfinId, Instant> watched) {
    CatalogueSnapshot snapshot = index.snapshot();
    Map<JellyfinId, Instant> all = new HashMap<>(watched);
    watched.forEach(
        (item, time) ->
            snapshot.find(item).map(Title::id).map(snapshot::copiesOf).orElse(List.of()).stream()
                .forEach(copy -> all.merge(copy.item(), time, (a, b) -> a.isAfter(b) ? a : b)));
    return all;
  }

  private CompletableFuture<List<Viewed>> inProgress(Caller caller) {
    return viewed
        .read(
            caller,
            "in progress",
            WATCHED,
            () -> background.ask(() -> history.inProgress(caller, CANDIDATES)))
        .thenCompose(viewed -> known(caller, viewed))
        .thenApply(ViewedTitles::inProgress);
  }

  private CompletableFuture<List<Viewed>> nextUp(Caller caller) {
    return viewed
        .read(
            caller,
            "next up",
            WATCHED,
            () -> background.ask(() -> history.nextUp(caller, CANDIDATES)))
        .thenCompose(viewed -> known(caller, viewed))
        .thenApply(ViewedTitles::nextUp)
        .thenCompose(own -> nextEpisodes.ofAllCopies(caller, own, () -> lastWatched(caller)));
  }

  private CompletableFuture<List<Card>> recentSeries(Caller caller) {
    return newSeries
        .read(
            caller,
            "",
            NEW,
            () -> background.ask(() -> history.recentSeries(caller, HomeRow.ENOUGH)))
        .thenCombine(
            visibility.visibleSoon(caller),
            (series, visible) ->
                index.snapshot().shown(series, visible).stream().map(Card::of).toList());
  }

  private CompletableFuture<List<Card>> titles(Caller caller, MediaKind kind, LibrarySort sort) {
    TitleOrder order = new TitleOrder(sort, sort == LibrarySort.ADDED, 0);
    return catalogue
        .selectSoon(caller, LibraryQuery.of(kind, order))
        .thenApply(
            selection -> selection.titles().stream().limit(HomeRow.ENOUGH).map(Card::of).toList());
  }

  private static List<Card> cards(List<Viewed> viewed) {
    return viewed.stream()
        .map(each -> new Card(each.title(), each.episode(), each.progress()))
        .toList();
  }

  /**
   * What of it the caller may open, with the titles as the catalogue knows them: an episode tells
   * little of its series, and Jellyfin lists what lies in hidden libraries.
   */
  private CompletableFuture<List<Viewed>> known(Caller caller, List<Viewed> viewed) {
    List<JellyfinId> items = viewed.stream().map(each -> each.title().item()).toList();
    return visibleItems
        .soon(caller, items)
        .thenCombine(
            visibility.visibleSoon(caller),
            (seen, listed) ->
                viewed.stream()
                    .filter(each -> seen.contains(each.title().item()))
                    .map(each -> each.of(known(each.title(), listed)))
                    .toList());
  }

  private Title known(Title title, IdSet listed) {
    CatalogueSnapshot snapshot = index.snapshot();
    CatalogId id = snapshot.find(title.item()).map(Title::id).orElse(title.id());
    return snapshot.shown(id, listed).or(() -> snapshot.find(title.item())).orElse(title);
  }
}
