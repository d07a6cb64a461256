package com.stoganet.proxy.media;

import com.stoganet.proxy.shared.ApiException;
import com.stoganet.proxy.shared.Caller;
import com.stoganet.proxy.shared.Service;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;

/** One title by its catalogue id, made of all its copies that the caller may see. */
@Service
public class TitleLookup {

  private final Library library;
  private final CatalogIndex index;
  private final UserVisibilityCache visibility;
  private final TitleCopies copies;
  private final WatchableItems items;
  private final WatchableCopies watchable;

  @Inject
  public TitleLookup(
      Library library,
      CatalogIndex index,
      UserVisibilityCache visibility,
      TitleCopies copies,
      WatchableItems items,
      WatchableCopies watchable) {
    this.library = library;
    this.index = index;
    this.visibility = visibility;
    this.copies = copies;
    this.items = items;
    this.watchable = watchable;
  }

  /**
   * Everything about the title, made of all its copies that the caller may see. The id of any copy
   * leads to the title.
   *
   * @throws ApiException item_not_found when there is none, as do the other methods
   */
  public TitleDetail detail(Caller caller, CatalogId id) {
    List<JellyfinId> found = copies.of(caller, id);
    if (found.size() > 1
        && id instanceof CatalogId.Jellyfin one
        && items.find(caller, one.id()).isEmpty()) {
      throw ApiException.itemNotFound();
    }
    return library
        .detail(caller, found)
        .map(detail -> ofVersion(detail).flatMap(title -> whole(caller, title)).orElse(detail))
        .map(this::named)
        .orElseThrow(ApiException::itemNotFound);
  }

  private Optional<TitleDetail> whole(Caller caller, Title title) {
    return library.detail(caller, copies.of(caller, title));
  }

  /** The title that this is a version of: an item of its own that no list of Jellyfin has. */
  private Optional<Title> ofVersion(TitleDetail detail) {
    return copies.find(detail.title().item()).isPresent()
        ? Optional.empty()
        : detail.sources().stream()
            .flatMap(source -> copies.find(source.id()).stream())
            .findFirst();
  }

  /** Of two films with one number, only one has it as its id. */
  private TitleDetail named(TitleDetail detail) {
    return copies.find(detail.title().item()).map(Title::id).map(detail::with).orElse(detail);
  }

  /** The title that an item belongs to: an episode to its series. */
  public CatalogId titleOf(Caller caller, JellyfinId item) {
    return copies
        .find(item)
        .map(Title::id)
        .or(() -> items.find(caller, item).map(Watchable::title))
        .orElseThrow(ApiException::itemNotFound);
  }

  /** Titles like this one, the best first. */
  public List<Title> similar(Caller caller, CatalogId id, int limit) {
    Watchable what = watchable.any(caller, id);
    CatalogId title = copies.find(what.item()).map(Title::id).orElse(what.title());
    List<Title> similar = library.similar(caller, what.item(), limit);
    return index.snapshot().shown(similar, visibility.visible(caller)).stream()
        .filter(other -> !other.id().equals(title))
        .toList();
  }
}
