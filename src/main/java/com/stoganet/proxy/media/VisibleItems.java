package com.stoganet.proxy.media;

import com.stoganet.proxy.shared.Background;
import com.stoganet.proxy.shared.Caller;
import com.stoganet.proxy.shared.Service;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Tells which of some items a user may see, for answers of the server that contain more than that.
 *
 * <p>Jellyfin 12: the seasons and episodes of a series and Next Up contain what lies in libraries
 * that the user may not see, if a series of the same name lies in one that they may see. A reader
 * of such a list asks here about the series of each season and episode: the answer is the same for
 * all items of one series folder, and there are few of them.
 */
@Service
public class VisibleItems {

  private static final long ROOM = 50_000;

  private final UserVisibilityCache lists;
  private final ItemAccess access;
  private final Background background;
  private final PerUserCache<Boolean> checked = new PerUserCache<>(ROOM);

  @Inject
  public VisibleItems(UserVisibilityCache lists, ItemAccess access, Background background) {
    this.lists = lists;
    this.access = access;
    this.background = background;
  }

  /**
   * Those of the items that the caller may see. Must not be called by work in the background, which
   * would wait for other work there.
   *
   * @throws com.stoganet.proxy.shared.ApiException when the server does not answer
   */
  public Set<JellyfinId> of(Caller caller, Collection<JellyfinId> items) {
    return Background.await(soon(caller, items));
  }

  /** The same before long, without waiting. */
  public CompletableFuture<Set<JellyfinId>> soon(Caller caller, Collection<JellyfinId> items) {
    if (items.isEmpty()) {
      return CompletableFuture.completedFuture(Set.of());
    }
    return lists.visibleSoon(caller).thenCompose(listed -> among(caller, items, listed));
  }

  /**
   * What is in the lists is visible; an item that is not listed, such as an episode, is checked.
   */
  private CompletableFuture<Set<JellyfinId>> among(
      Caller caller, Collection<JellyfinId> items, IdSet listed) {
    Set<JellyfinId> visible = ConcurrentHashMap.newKeySet();
    List<CompletableFuture<Void>> checks =
        items.stream()
            .distinct()
            .map(
                item -> maySee(caller, item, listed).thenAccept(seen -> addIf(seen, item, visible)))
            .toList();
    return CompletableFuture.allOf(checks.toArray(CompletableFuture[]::new))
        .thenApply(unused -> visible);
  }

  private static void addIf(boolean seen, JellyfinId item, Set<JellyfinId> visible) {
    if (seen) {
      visible.add(item);
    }
  }

  private CompletableFuture<Boolean> maySee(Caller caller, JellyfinId item, IdSet listed) {
    return listed.contains(item)
        ? CompletableFuture.completedFuture(true)
        : checked.read(
            caller,
            item.hex(),
            PerUserCache.ACCESS,
            () -> background.ask(() -> access.maySee(caller, item)));
  }

  void refresh(@Observes TitlesChanged change) {
    checked.refresh();
  }
}
