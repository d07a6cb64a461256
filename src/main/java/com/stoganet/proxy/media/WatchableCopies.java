package com.stoganet.proxy.media;

import com.stoganet.proxy.shared.ApiException;
import com.stoganet.proxy.shared.Caller;
import com.stoganet.proxy.shared.ErrorCode;
import com.stoganet.proxy.shared.Service;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What watching a title takes, for each of its copies that the caller may see. */
@Service
public class WatchableCopies {

  private final TitleCopies copies;
  private final WatchableItems items;
  private final SeriesEpisodes episodes;

  @Inject
  public WatchableCopies(TitleCopies copies, WatchableItems items, SeriesEpisodes episodes) {
    this.copies = copies;
    this.items = items;
    this.episodes = episodes;
  }

  /** What watching the title takes; remembered for a minute. */
  public Watchable any(Caller caller, CatalogId id) {
    return of(caller, id).stream()
        .filter(what -> what.kind() != Watchable.Kind.SEASON)
        .findFirst()
        .orElseThrow(ApiException::itemNotFound);
  }

  /**
   * What watching each copy of the title takes, or a season; the copy that was named first, then
   * the oldest. Remembered for a minute; a title that is nowhere is looked for anew, because its
   * file may have been replaced.
   */
  public List<Watchable> of(Caller caller, CatalogId id) {
    List<Watchable> visible = visible(caller, id, copies.of(caller, id));
    if (visible.isEmpty()) {
      visible = newest(caller, id);
    }
    Watchable first = visible.get(0);
    return isPart(first) ? episodes.withSame(caller, first) : visible;
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

  /**
   * The copies of a title, or of a season or an episode: a show may lie in several folders, each
   * with the same episodes, and Jellyfin before 12 has each file of an episode as an item.
   */
  public List<Watchable> every(Caller caller, CatalogId id) {
    List<Watchable> known = of(caller, id);
    return Stream.concat(
            known.stream(), known.stream().flatMap(copy -> inOtherFolders(caller, copy)))
        .distinct()
        .toList();
  }

  /**
   * The episodes with a file of a season, of all copies, when the season at the backend holds
   * episodes of other seasons, too; empty for any other season or title.
   */
  public Optional<List<Watchable>> ownEpisodes(Caller caller, CatalogId id) {
    return of(caller, id).stream()
        .findFirst()
        .filter(what -> what.kind() == Watchable.Kind.SEASON)
        .flatMap(season -> episodes.own(caller, season))
        .map(
            own ->
                own.stream()
                    .flatMap(item -> items.find(caller, item).stream())
                    .filter(Watchable::playable)
                    .toList());
  }

  private Stream<Watchable> inOtherFolders(Caller caller, Watchable what) {
    boolean season = what.kind() == Watchable.Kind.SEASON;
    boolean alone = season && copies.of(caller, what.title()).size() < 2;
    if (what.season().isEmpty() || alone) {
      return Stream.empty();
    }
    return episodes(caller, what).stream()
        .map(episode -> episode.sources().stream().map(Source::id).toList())
        .filter(files -> season || files.contains(what.item()))
        .flatMap(List::stream)
        .filter(file -> what.find(file).isEmpty())
        .flatMap(file -> items.find(caller, file).stream());
  }

  private List<Episode> episodes(Caller caller, Watchable what) {
    try {
      return episodes.list(caller, what.title(), what.season().getAsInt());
    } catch (ApiException e) {
      if (e.code() == ErrorCode.ITEM_NOT_FOUND) {
        return List.of();
      }
      throw e;
    }
  }

  /** The copies that Jellyfin lists now, after a remembered one turned out to be gone. */
  public List<Watchable> newest(Caller caller, CatalogId id) {
    items.forget(caller);
    List<Watchable> visible = visible(caller, id, copies.newest(caller, id));
    if (visible.isEmpty()) {
      throw ApiException.itemNotFound();
    }
    return visible;
  }

  /** The copies that the caller may see; none if the one that was named is hidden. */
  private List<Watchable> visible(Caller caller, CatalogId id, List<JellyfinId> candidates) {
    List<Watchable> visible = items.all(caller, candidates);
    if (!(id instanceof CatalogId.Jellyfin one)) {
      return visible;
    }
    List<Watchable> named = visible.stream().filter(copy -> copy.item().equals(one.id())).toList();
    return named.isEmpty()
        ? List.of()
        : Stream.concat(named.stream(), visible.stream()).distinct().toList();
  }
}
