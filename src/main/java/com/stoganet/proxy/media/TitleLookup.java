package com.stoganet.proxy.media;

import com.stoganet.proxy.config.WaitingPeriod;
import com.stoganet.proxy.shared.ApiException;
import com.stoganet.proxy.shared.Background;
import com.stoganet.proxy.shared.Caller;
import com.stoganet.proxy.shared.ErrorCode;
import com.stoganet.proxy.shared.RefreshingCache.Age;
import com.stoganet.proxy.shared.Service;
import jakarta.inject.Inject;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

/** One title by its catalogue id, made of all its copies that the caller may see. */
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
  private final PerUserCache<List<JellyfinId>> same;

  @Inject
  public TitleLookup(
      Library library, CatalogIndex index, UserVisibilityCache visibility, Background background) {
    this.library = library;
    this.index = index;
    this.visibility = visibility;
    this.background = background;
    this.access = new PerUserCache<>(ROOM);
    this.same = new PerUserCache<>(ROOM);
  }

  /**
   * Everything about the title, made of all its copies that the caller may see. The id of any copy
   * leads to the title.
   *
   * @throws ApiException item_not_found when there is none, as do the other methods
   */
  public TitleDetail detail(Caller caller, CatalogId id) {
    List<JellyfinId> copies = copiesOf(caller, id);
    if (copies.size() > 1 && id instanceof CatalogId.Jellyfin one && !maySee(caller, one.id())) {
      throw ApiException.itemNotFound();
    }
    return library
        .detail(caller, copies)
        .map(detail -> ofVersion(detail).flatMap(title -> whole(caller, title)).orElse(detail))
        .map(this::named)
        .orElseThrow(ApiException::itemNotFound);
  }

  private boolean maySee(Caller caller, JellyfinId item) {
    return Background.await(access(caller, item)).isPresent();
  }

  private Optional<TitleDetail> whole(Caller caller, Title title) {
    return library.detail(caller, bounded(caller, copiesOf(title)));
  }

  /** The title that this is a version of: an item of its own that no list of Jellyfin has. */
  private Optional<Title> ofVersion(TitleDetail detail) {
    return known(detail.title().item()).isPresent()
        ? Optional.empty()
        : detail.sources().stream().flatMap(source -> known(source.id()).stream()).findFirst();
  }

  /** Of two films with one number, only one has it as its id. */
  private TitleDetail named(TitleDetail detail) {
    return known(detail.title().item()).map(Title::id).map(detail::with).orElse(detail);
  }

  private Watchable named(Watchable what) {
    Stream<JellyfinId> versions = what.versions().stream().map(Watchable.Version::id);
    return Stream.concat(Stream.of(what.titleItem()), versions)
        .flatMap(item -> known(item).stream())
        .findFirst()
        .map(Title::id)
        .map(what::with)
        .orElse(what);
  }

  /** The title that an item belongs to: an episode to its series. */
  public CatalogId titleOf(Caller caller, JellyfinId item) {
    return known(item)
        .map(Title::id)
        .or(() -> Background.await(access(caller, item)).map(Watchable::title))
        .orElseThrow(ApiException::itemNotFound);
  }

  /** What watching the title takes; remembered for a minute. */
  public Watchable watchable(Caller caller, CatalogId id) {
    return copies(caller, id).stream()
        .filter(what -> what.kind() != Watchable.Kind.SEASON)
        .findFirst()
        .orElseThrow(ApiException::itemNotFound);
  }

  /**
   * What watching each copy of the title takes, or a season; the copy that was named first, then
   * the oldest. Remembered for a minute; a title that is nowhere is looked for anew, because its
   * file may have been replaced.
   */
  public List<Watchable> copies(Caller caller, CatalogId id) {
    List<Watchable> copies = visible(caller, id, copiesOf(caller, id));
    if (copies.isEmpty()) {
      copies = visible(caller, id, newestCopiesOf(caller, id));
    }
    if (copies.isEmpty()) {
      throw ApiException.itemNotFound();
    }
    return isPart(copies.get(0)) ? withSame(caller, copies.get(0)) : copies;
  }

  /** Whether it is a season or an episode. */
  private static boolean isPart(Watchable what) {
    return switch (what.kind()) {
      case SERIES -> false;
      case SEASON -> true;
      case VIDEO ->
          what.title() instanceof CatalogId.Tmdb title
              ? title.kind() == MediaKind.TV
              : !what.title().equals(new CatalogId.Jellyfin(what.item()));
    };
  }

  /** The season or episode with the same one in other copies of its series. */
  private List<Watchable> withSame(Caller caller, Watchable part) {
    try {
      List<JellyfinId> items =
          Background.await(
              same.read(
                  caller,
                  part.item().hex(),
                  ACCESS,
                  () -> CompletableFuture.completedFuture(sameAs(caller, part))));
      Stream<Watchable> others =
          Copies.ask(items, item -> access(caller, item)).stream()
              .filter(other -> !other.item().equals(part.item()));
      return Stream.concat(Stream.of(part), others).toList();
    } catch (ApiException e) {
      // What the user does must not be lost because the series cannot be listed.
      return List.of(part);
    }
  }

  private List<JellyfinId> sameAs(Caller caller, Watchable part) {
    List<JellyfinId> series = seriesCopies(caller, part.title());
    return series.isEmpty() ? List.of(part.item()) : library.same(caller, series, part.item());
  }

  private List<JellyfinId> seriesCopies(Caller caller, CatalogId series) {
    return Copies.ask(copiesOf(caller, series), copy -> access(caller, copy)).stream()
        .filter(copy -> copy.kind() == Watchable.Kind.SERIES)
        .map(Watchable::item)
        .toList();
  }

  /**
   * The copies of a title, or of a season or an episode: a show may lie in several folders, each
   * with the same episodes, and Jellyfin before 12 has each file of an episode as an item.
   */
  public List<Watchable> everyCopy(Caller caller, CatalogId id) {
    List<Watchable> copies = copies(caller, id);
    return Stream.concat(
            copies.stream(), copies.stream().flatMap(copy -> inOtherFolders(caller, copy)))
        .distinct()
        .toList();
  }

  private Stream<Watchable> inOtherFolders(Caller caller, Watchable what) {
    boolean season = what.kind() == Watchable.Kind.SEASON;
    boolean alone = season && copiesOf(caller, what.title()).size() < 2;
    if (what.season().isEmpty() || alone) {
      return Stream.empty();
    }
    return episodes(caller, what).stream()
        .map(episode -> episode.sources().stream().map(Source::id).toList())
        .filter(files -> season || files.contains(what.item()))
        .flatMap(List::stream)
        .filter(file -> what.find(file).isEmpty())
        .flatMap(file -> Background.await(access(caller, file)).stream());
  }

  private List<Episode> episodes(Caller caller, Watchable what) {
    try {
      return episodes(caller, what.title(), what.season().getAsInt());
    } catch (ApiException e) {
      if (e.code() == ErrorCode.ITEM_NOT_FOUND) {
        return List.of();
      }
      throw e;
    }
  }

  /** The copies that Jellyfin lists now, after a remembered one turned out to be gone. */
  public List<Watchable> newestCopies(Caller caller, CatalogId id) {
    List<Watchable> copies = visible(caller, id, newestCopiesOf(caller, id));
    if (copies.isEmpty()) {
      throw ApiException.itemNotFound();
    }
    return copies;
  }

  /** The copies that the caller may see; none if the one that was named is hidden. */
  private List<Watchable> visible(Caller caller, CatalogId id, List<JellyfinId> copies) {
    List<CompletableFuture<Optional<Watchable>>> asked =
        copies.stream().map(copy -> access(caller, copy)).toList();
    List<Watchable> visible =
        asked.stream().map(Background::await).flatMap(Optional::stream).toList();
    if (!(id instanceof CatalogId.Jellyfin one)) {
      return visible;
    }
    List<Watchable> named = visible.stream().filter(copy -> copy.item().equals(one.id())).toList();
    return named.isEmpty()
        ? List.of()
        : Stream.concat(named.stream(), visible.stream()).distinct().toList();
  }

  private List<JellyfinId> newestCopiesOf(Caller caller, CatalogId id) {
    access.forget(caller.userId());
    return id instanceof CatalogId.Tmdb tmdb
        ? bounded(caller, index.newestCopiesOf(tmdb))
        : copiesOf(caller, id);
  }

  private CompletableFuture<Optional<Watchable>> access(Caller caller, JellyfinId copy) {
    return access.read(
        caller,
        copy.hex(),
        ACCESS,
        () -> background.ask(() -> library.watchable(caller, copy).map(this::named)));
  }

  /** The episodes of a season as they aired, each with the files of all copies of the series. */
  public List<Episode> episodes(Caller caller, CatalogId series, int season) {
    List<JellyfinId> copies = seriesCopies(caller, series);
    boolean hidden = series instanceof CatalogId.Jellyfin one && !copies.contains(one.id());
    if (copies.isEmpty() || hidden) {
      throw ApiException.itemNotFound();
    }
    return library
        .episodes(caller, copies, season)
        .orElseThrow(() -> ApiException.itemNotFound("There is no such season."));
  }

  /** Titles like this one, the best first. */
  public List<Title> similar(Caller caller, CatalogId id, int limit) {
    Watchable what = watchable(caller, id);
    CatalogId title = known(what.item()).map(Title::id).orElse(what.title());
    List<Title> similar = library.similar(caller, what.item(), limit);
    return index.snapshot().shown(similar, visibility.visible(caller)).stream()
        .filter(other -> !other.id().equals(title))
        .toList();
  }

  private List<JellyfinId> copiesOf(Caller caller, CatalogId id) {
    if (id instanceof CatalogId.Tmdb tmdb) {
      return bounded(caller, index.copiesOf(tmdb));
    }
    JellyfinId item = ((CatalogId.Jellyfin) id).id();
    List<JellyfinId> copies =
        known(item).map(title -> bounded(caller, copiesOf(title))).orElse(List.of());
    return copies.contains(item)
        ? copies
        : Stream.concat(Stream.of(item), copies.stream()).toList();
  }

  private List<JellyfinId> copiesOf(Title title) {
    return index.snapshot().copiesOf(title.id()).stream().map(Title::item).toList();
  }

  /** Of very many copies those that the caller's lists have. */
  private List<JellyfinId> bounded(Caller caller, List<JellyfinId> copies) {
    if (copies.size() <= Copies.MOST) {
      return copies;
    }
    IdSet listed = visibility.visible(caller);
    return copies.stream()
        .sorted(Comparator.comparing(copy -> !listed.contains(copy)))
        .limit(Copies.MOST)
        .toList();
  }

  /** The title that the item is a copy of. */
  private Optional<Title> known(JellyfinId item) {
    try {
      return index.snapshot().find(item);
    } catch (ApiException e) {
      // The catalogue is not read yet; Jellyfin can tell of the item all the same.
      return Optional.empty();
    }
  }
}
