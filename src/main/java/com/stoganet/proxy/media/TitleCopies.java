package com.stoganet.proxy.media;

import com.stoganet.proxy.shared.ApiException;
import com.stoganet.proxy.shared.Caller;
import com.stoganet.proxy.shared.Service;
import jakarta.inject.Inject;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The items that are copies of a title in the catalogue, whether the caller may see them or not.
 */
@Service
public class TitleCopies {

  private final CatalogIndex index;
  private final UserVisibilityCache visibility;

  @Inject
  public TitleCopies(CatalogIndex index, UserVisibilityCache visibility) {
    this.index = index;
    this.visibility = visibility;
  }

  /** The copies of the title, or of the title that the item is a copy of; that item at least. */
  List<JellyfinId> of(Caller caller, CatalogId id) {
    if (id instanceof CatalogId.Tmdb tmdb) {
      return bounded(caller, index.copiesOf(tmdb));
    }
    JellyfinId item = ((CatalogId.Jellyfin) id).id();
    List<JellyfinId> copies = find(item).map(title -> of(caller, title)).orElse(List.of());
    return copies.contains(item)
        ? copies
        : Stream.concat(Stream.of(item), copies.stream()).toList();
  }

  /** The copies of a title of the catalogue. */
  List<JellyfinId> of(Caller caller, Title title) {
    return bounded(
        caller, index.snapshot().copiesOf(title.id()).stream().map(Title::item).toList());
  }

  /** The copies as Jellyfin lists them now. */
  List<JellyfinId> newest(Caller caller, CatalogId id) {
    return id instanceof CatalogId.Tmdb tmdb
        ? bounded(caller, index.newestCopiesOf(tmdb))
        : of(caller, id);
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
  Optional<Title> find(JellyfinId item) {
    try {
      return index.snapshot().find(item);
    } catch (ApiException e) {
      // The catalogue is not read yet; Jellyfin can tell of the item all the same.
      return Optional.empty();
    }
  }
}
