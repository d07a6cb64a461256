package com.stoganet.proxy.media;

import com.stoganet.proxy.config.WaitingPeriod;
import com.stoganet.proxy.shared.ApiException;
import com.stoganet.proxy.shared.Background;
import com.stoganet.proxy.shared.Caller;
import com.stoganet.proxy.shared.RefreshingCache.Age;
import com.stoganet.proxy.shared.Service;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** One title by its catalogue id: of several copies the first that the caller may see. */
@Service
public class TitleLookup {

  /** A user who loses access to an item in Jellyfin loses it here within this time. */
  private static final Age ACCESS = Age.atMost(WaitingPeriod.ACCESS.length());

  private static final long ROOM = 20_000;

  private final Library library;
  private final CatalogIndex index;
  private final UserVisibilityCache visibility;
  private final Background background;
  private final PerUserCache<Optional<Watchable>> access;

  @Inject
  public TitleLookup(
      Library library, CatalogIndex index, UserVisibilityCache visibility, Background background) {
    this.library = library;
    this.index = index;
    this.visibility = visibility;
    this.background = background;
    this.access = new PerUserCache<>(ROOM);
  }

  /**
   * Everything about the title.
   *
   * @throws ApiException item_not_found when there is none, as do the other methods
   */
  public TitleDetail detail(Caller caller, CatalogId id) {
    return first(id, copy -> library.detail(caller, copy));
  }

  /** What watching the title takes; remembered for a minute. */
  public Watchable watchable(Caller caller, CatalogId id) {
    return first(
        id, copy -> access(caller, copy).filter(what -> what.kind() != Watchable.Kind.SEASON));
  }

  /**
   * What watching each copy of the title takes, or a season; the oldest copy first. Remembered for
   * a minute; a title that is nowhere is looked for anew, because its file may have been replaced.
   */
  public List<Watchable> copies(Caller caller, CatalogId id) {
    List<Watchable> copies = visible(caller, copiesOf(id));
    if (copies.isEmpty()) {
      copies = visible(caller, newestCopiesOf(caller, id));
    }
    if (copies.isEmpty()) {
      throw ApiException.itemNotFound();
    }
    return copies;
  }

  /** The same, when something remembered has turned out to be wrong. */
  public List<Watchable> newestCopies(Caller caller, CatalogId id) {
    List<Watchable> copies = visible(caller, newestCopiesOf(caller, id));
    if (copies.isEmpty()) {
      throw ApiException.itemNotFound();
    }
    return copies;
  }

  private List<Watchable> visible(Caller caller, List<JellyfinId> copies) {
    return copies.stream().flatMap(copy -> access(caller, copy).stream()).toList();
  }

  private List<JellyfinId> newestCopiesOf(Caller caller, CatalogId id) {
    access.forget(caller.userId());
    return id instanceof CatalogId.Tmdb tmdb ? index.newestCopiesOf(tmdb) : copiesOf(id);
  }

  private Optional<Watchable> access(Caller caller, JellyfinId copy) {
    return Background.await(
        access.read(
            caller,
            copy.hex(),
            ACCESS,
            () -> background.ask(() -> library.watchable(caller, copy))));
  }

  /** The episodes of a season as they aired. */
  public List<Episode> episodes(Caller caller, CatalogId series, int season) {
    JellyfinId copy = watchable(caller, series).item();
    return library
        .episodes(caller, copy, season)
        .orElseThrow(() -> ApiException.itemNotFound("There is no such season."));
  }

  /** Titles like this one, the best first. */
  public List<Title> similar(Caller caller, CatalogId id, int limit) {
    Watchable what = watchable(caller, id);
    List<Title> similar = library.similar(caller, what.item(), limit);
    return index.snapshot().shown(similar, visibility.visible(caller)).stream()
        .filter(title -> !title.id().equals(what.title()))
        .toList();
  }

  private <T> T first(CatalogId id, Function<JellyfinId, Optional<T>> ask) {
    return copiesOf(id).stream()
        .map(ask)
        .flatMap(Optional::stream)
        .findFirst()
        .orElseThrow(ApiException::itemNotFound);
  }

  private List<JellyfinId> copiesOf(CatalogId id) {
    if (id instanceof CatalogId.Tmdb tmdb) {
      return index.copiesOf(tmdb);
    }
    return List.of(((CatalogId.Jellyfin) id).id());
  }
}
