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

  /** Marks the copies as watched or not. */
  void played(Caller caller, CatalogId id, boolean played) {
    mark(caller, id, item -> playstate.markPlayed(caller, item, played));
  }

  /** Marks the copies as favorites, or no longer. */
  void favorite(Caller caller, CatalogId id, boolean favorite) {
    mark(caller, id, item -> playstate.markFavorite(caller, item, favorite));
  }

  /** A title of which no known copy is left may have a new file. */
  private void mark(Caller caller, CatalogId id, Consumer<JellyfinId> mark) {
    if (!marked(copies.every(caller, id), mark) && !marked(copies.newest(caller, id), mark)) {
      throw ApiException.itemNotFound();
    }
  }

  /** Whether there was at least one of them. */
  private static boolean marked(List<Watchable> copies, Consumer<JellyfinId> mark) {
    boolean any = false;
    for (Watchable copy : copies) {
      try {
        mark.accept(copy.item());
        any = true;
      } catch (ApiException e) {
        if (e.code() != ErrorCode.ITEM_NOT_FOUND) {
          throw e;
        }
      }
    }
    return any;
  }
}
