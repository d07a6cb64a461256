package com.stoganet.proxy.media;

import com.stoganet.proxy.media.WatchHistory.Viewed;
import com.stoganet.proxy.shared.Caller;
import com.stoganet.proxy.shared.Log;
import com.stoganet.proxy.shared.RefreshingCache.Age;
import com.stoganet.proxy.shared.Service;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The next episodes of series that lie in several folders or libraries.
 *
 * <p>Jellyfin tells the next episode of each folder by itself, and nothing of a folder that was
 * watched to its end or not begun; the next one of the series may be in another.
 */
@Service
public class NextEpisodes {

  private static final Log LOG = Log.of(NextEpisodes.class);
  private static final Age WATCHED = Age.atMost(Duration.ofSeconds(10));

  /** Each takes some questions to Jellyfin. */
  private static final int MOST_SERIES = 10;

  /** The row must not be late because of one series. */
  private static final long PATIENCE_MILLIS = 1_000;

  private static final long ROOM = 5_000;

  private final Library library;
  private final CatalogIndex index;
  private final UserVisibilityCache visibility;
  private final VisibleItems visibleItems;
  private final PerUserCache<Optional<Episode>> episodes = new PerUserCache<>(ROOM);

  @Inject
  public NextEpisodes(
      Library library,
      CatalogIndex index,
      UserVisibilityCache visibility,
      VisibleItems visibleItems) {
    this.library = library;
    this.index = index;
    this.visibility = visibility;
    this.visibleItems = visibleItems;
  }

  /**
   * What Jellyfin lists, with the next episode over all copies for the series that the caller
   * watched last of those with several; the series that was watched last comes first.
   *
   * @param own one episode of each series
   * @param lastWatched by the item of each copy of a series; asked for only if there is a series in
   *     several copies
   */
  CompletableFuture<List<Viewed>> ofAllCopies(
      Caller caller,
      List<Viewed> own,
      Supplier<CompletableFuture<Map<JellyfinId, Instant>>> lastWatched) {
    return visibility
        .visibleSoon(caller)
        .thenCompose(
            listed -> {
              List<Title> series = inCopies(listed);
              return series.isEmpty()
                  ? CompletableFuture.completedFuture(own)
                  : lastWatched
                      .get()
                      .exceptionally(unknown -> Map.of())
                      .thenCompose(watched -> merged(caller, own, series, watched));
            });
  }

  void forget(@Observes WatchChanged change) {
    episodes.forget(change.userId());
  }

  /** The series of which there are several copies; the user may see one at least. */
  private List<Title> inCopies(IdSet listed) {
    CatalogueSnapshot snapshot = index.snapshot();
    return snapshot.seriesInCopies().stream()
        .flatMap(id -> snapshot.shown(id, listed).stream())
        .toList();
  }

  private CompletableFuture<List<Viewed>> merged(
      Caller caller, List<Viewed> own, List<Title> series, Map<JellyfinId, Instant> watched) {
    Map<CatalogId, Viewed> known =
        own.stream().collect(Collectors.toMap(each -> each.title().id(), Function.identity()));
    Comparator<Title> latestFirst =
        Comparator.comparing(
            title -> watched.get(title.item()), Comparator.nullsLast(Comparator.reverseOrder()));
    List<Title> asked =
        series.stream()
            .filter(title -> watched.containsKey(title.item()) || known.containsKey(title.id()))
            .sorted(latestFirst)
            .limit(MOST_SERIES)
            .toList();
    List<CompletableFuture<Optional<Viewed>>> answers =
        asked.stream().map(title -> next(caller, title, known.get(title.id()))).toList();
    Set<CatalogId> replaced = asked.stream().map(Title::id).collect(Collectors.toSet());
    return CompletableFuture.allOf(answers.toArray(CompletableFuture[]::new))
        .thenApply(
            unused ->
                Stream.concat(
                        own.stream().filter(each -> !replaced.contains(each.title().id())),
                        answers.stream().flatMap(answer -> answer.join().stream()))
                    .sorted(Comparator.comparing(Viewed::title, latestFirst))
                    .toList());
  }

  /**
   * The next episode of a series, if any.
   *
   * @param own what Jellyfin says, null if nothing; the answer when there is only one copy for the
   *     user, and when the copies cannot be asked in time
   */
  private CompletableFuture<Optional<Viewed>> next(Caller caller, Title series, Viewed own) {
    return visibleCopies(caller, series)
        .thenCompose(
            copies ->
                copies.size() < 2
                    ? CompletableFuture.completedFuture(Optional.ofNullable(own))
                    : next(caller, series, copies))
        .orTimeout(PATIENCE_MILLIS, TimeUnit.MILLISECONDS)
        .exceptionally(
            failure -> {
              LOG.warn(
                  "the next episode of "
                      + series.id()
                      + " is that of one copy: "
                      + failure.getClass().getSimpleName());
              return Optional.ofNullable(own);
            });
  }

  private CompletableFuture<Optional<Viewed>> next(
      Caller caller, Title series, List<JellyfinId> copies) {
    return episodes
        .read(caller, series.item().hex(), WATCHED, () -> library.next(caller, copies))
        .thenApply(
            found -> found.map(episode -> new Viewed(series, episode, episode.progress(), null)));
  }

  /** Jellyfin 12 lists only one of several folders, so that the others must be asked about. */
  private CompletableFuture<List<JellyfinId>> visibleCopies(Caller caller, Title series) {
    List<JellyfinId> copies =
        index.snapshot().copiesOf(series.id()).stream()
            .map(Title::item)
            .limit(Copies.MOST)
            .toList();
    return visibleItems
        .soon(caller, copies)
        .thenApply(visible -> copies.stream().filter(visible::contains).toList());
  }
}
