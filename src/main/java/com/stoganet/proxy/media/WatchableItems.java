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

/** What watching an item takes, for each user who may see it; remembered for a minute. */
@Service
public class WatchableItems {

  private static final long ROOM = 20_000;

  private final Library library;
  private final TitleCopies copies;
  private final Background background;
  private final PerUserCache<Optional<Watchable>> access = new PerUserCache<>(ROOM);

  @Inject
  public WatchableItems(Library library, TitleCopies copies, Background background) {
    this.library = library;
    this.copies = copies;
    this.background = background;
  }

  /** What watching the item takes; empty when the caller may not see it. */
  Optional<Watchable> find(Caller caller, JellyfinId item) {
    return Background.await(soon(caller, item));
  }

  private CompletableFuture<Optional<Watchable>> soon(Caller caller, JellyfinId item) {
    return access.read(
        caller,
        item.hex(),
        PerUserCache.ACCESS,
        () -> background.ask(() -> library.watchable(caller, item).map(this::named)));
  }

  /** Those of the items that the caller may see. */
  List<Watchable> all(Caller caller, List<JellyfinId> items) {
    List<CompletableFuture<Optional<Watchable>>> asked =
        items.stream().map(item -> soon(caller, item)).toList();
    return asked.stream().map(Background::await).flatMap(Optional::stream).toList();
  }

  /**
   * The same, without those about which Jellyfin fails to answer.
   *
   * @throws ApiException the first failure when there is no answer at all
   */
  List<Watchable> reachable(Caller caller, List<JellyfinId> items) {
    return Copies.ask(items, item -> soon(caller, item));
  }

  /** The next questions of the caller go to Jellyfin. */
  void forget(Caller caller) {
    access.forget(caller.userId());
  }

  /** The title that the catalogue has the item under, also if its number is another title's. */
  private Watchable named(Watchable what) {
    Stream<JellyfinId> versions = what.versions().stream().map(Watchable.Version::id);
    return Stream.concat(Stream.of(what.titleItem()), versions)
        .flatMap(item -> copies.find(item).stream())
        .findFirst()
        .map(Title::id)
        .map(what::with)
        .orElse(what);
  }
}
