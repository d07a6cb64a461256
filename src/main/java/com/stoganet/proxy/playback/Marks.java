package com.stoganet.proxy.playback;

import com.stoganet.proxy.media.CatalogId;
import com.stoganet.proxy.media.JellyfinId;
import com.stoganet.proxy.media.Watchable;
import com.stoganet.proxy.media.WatchableCopies;
import com.stoganet.proxy.shared.ApiException;
import com.stoganet.proxy.shared.Caller;
import com.stoganet.proxy.shared.ErrorCode;
import com.stoganet.proxy.shared.Service;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Sets and removes marks on all copies of a title that the user may see. */
@Service
public class Marks {

  private final WatchableCopies copies;
  private final Playstate playstate;

  @Inject
  public Marks(WatchableCopies copies, Playstate playstate) {
    this.copies = copies;
    this.playstate = playstate;
  }

  /**
   * Marks the copies as watched or not, each with all its versions: Jellyfin before 12 leaves the
   * position of a version where it is when the main item is marked.
   */
  void played(Caller caller, CatalogId id, boolean played) {
    Consumer<JellyfinId> mark = item -> playstate.markPlayed(caller, item, played);
    Optional<List<Watchable>> episodes = copies.ownEpisodes(caller, id);
    if (episodes.isPresent()) {
      marked(episodes.get(), copy -> markVersions(copy, mark));
    } else {
      mark(caller, id, copy -> markVersions(copy, mark));
    }
  }

  /** Marks the copies as favorites, or no longer. */
  void favorite(Caller caller, CatalogId id, boolean favorite) {
    mark(caller, id, copy -> playstate.markFavorite(caller, copy.item(), favorite));
  }

  /** A title of which no known copy is left may have a new file. */
  private void mark(Caller caller, CatalogId id, Consumer<Watchable> mark) {
    if (!marked(copies.every(caller, id), mark) && !marked(copies.newest(caller, id), mark)) {
      throw ApiException.itemNotFound();
    }
  }

  /** Whether there was at least one of them. */
  private static boolean marked(List<Watchable> copies, Consumer<Watchable> mark) {
    boolean any = false;
    for (Watchable copy : copies) {
      any |= known(copy, mark);
    }
    return any;
  }

  /** A version may be a file of the item only, without an item of its own. */
  private static void markVersions(Watchable copy, Consumer<JellyfinId> mark) {
    mark.accept(copy.item());
    copy.versions().stream()
        .map(Watchable.Version::id)
        .filter(version -> !version.equals(copy.item()))
        .forEach(version -> known(version, mark));
  }

  /** Sets the mark; false when Jellyfin does not know the item. */
  private static <T> boolean known(T what, Consumer<T> mark) {
    try {
      mark.accept(what);
      return true;
    } catch (ApiException e) {
      if (e.code() != ErrorCode.ITEM_NOT_FOUND) {
        throw e;
      }
      return false;
    }
  }
}
