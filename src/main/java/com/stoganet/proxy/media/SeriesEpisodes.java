package com.stoganet.proxy.media;

import com.stoganet.proxy.shared.ApiException;
import com.stoganet.proxy.shared.Background;
import com.stoganet.proxy.shared.Caller;
import com.stoganet.proxy.shared.Service;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

/** The seasons and episodes of a series, made of all its copies that the caller may see. */
@Service
public class SeriesEpisodes {

  private static final long ROOM = 20_000;

  private final Library library;
  private final TitleCopies copies;
  private final WatchableItems items;
  private final PerUserCache<List<JellyfinId>> same = new PerUserCache<>(ROOM);

  @Inject
  public SeriesEpisodes(Library library, TitleCopies copies, WatchableItems items) {
    this.library = library;
    this.copies = copies;
    this.items = items;
  }

  /** The episodes of a season as they aired, each with the files of all copies of the series. */
  public List<Episode> list(Caller caller, CatalogId series, int season) {
    List<JellyfinId> folders = folders(caller, series);
    boolean hidden = series instanceof CatalogId.Jellyfin one && !folders.contains(one.id());
    if (folders.isEmpty() || hidden) {
      throw ApiException.itemNotFound();
    }
    return library
        .episodes(caller, folders, season)
        .orElseThrow(() -> ApiException.itemNotFound("There is no such season."));
  }

  /** The episodes of a season at the backend that holds others, too; empty for any other season. */
  Optional<List<JellyfinId>> own(Caller caller, Watchable season) {
    List<JellyfinId> series = folders(caller, season.title());
    return series.isEmpty() ? Optional.empty() : library.own(caller, series, season.item());
  }

  /** The season or episode with the same one in other copies of its series. */
  List<Watchable> withSame(Caller caller, Watchable part) {
    try {
      List<JellyfinId> found =
          Background.await(
              same.read(
                  caller,
                  part.item().hex(),
                  PerUserCache.ACCESS,
                  () -> CompletableFuture.completedFuture(sameAs(caller, part))));
      Stream<Watchable> others =
          items.reachable(caller, found).stream()
              .filter(other -> !other.item().equals(part.item()));
      return Stream.concat(Stream.of(part), others).toList();
    } catch (ApiException e) {
      // What the user does must not be lost because the series cannot be listed.
      return List.of(part);
    }
  }

  private List<JellyfinId> sameAs(Caller caller, Watchable part) {
    List<JellyfinId> series = folders(caller, part.title());
    return series.isEmpty() ? List.of(part.item()) : library.same(caller, series, part.item());
  }

  private List<JellyfinId> folders(Caller caller, CatalogId series) {
    return items.reachable(caller, copies.of(caller, series)).stream()
        .filter(copy -> copy.kind() == Watchable.Kind.SERIES)
        .map(Watchable::item)
        .toList();
  }
}
