package com.stoganet.proxy.availability;

import com.stoganet.proxy.acquisition.Arr;
import com.stoganet.proxy.acquisition.ArrTitle;
import com.stoganet.proxy.shared.RefreshingValue;
import java.time.Duration;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Reads the queue of a server. In Radarr 6 and Sonarr 4 a download leaves the queue once its file
 * is imported. Therefore this class reads the titles of departed downloads again before it returns
 * the new queue; otherwise the proxy would report such a title as searching until it reads the
 * whole library again.
 */
final class QueueReader implements Supplier<QueueSnapshot> {

  /** Reading more titles than this one by one takes longer than reading the whole library. */
  private static final int A_FEW = 10;

  private final Arr arr;
  private final RefreshingValue<ArrLibrary> library;
  private volatile Set<TitleDownload> before = Set.of();

  /** A download of a title; a title may have several. */
  private record TitleDownload(int title, String download) {}

  QueueReader(Arr arr, RefreshingValue<ArrLibrary> library) {
    this.arr = arr;
    this.library = library;
  }

  @Override
  public QueueSnapshot get() {
    QueueSnapshot queue = QueueSnapshot.of(arr.queue());
    Set<TitleDownload> now = downloads(queue);
    refresh(titles(before, now));
    expireForNewTitles(titles(now, before));
    before = now;
    return queue;
  }

  /** The titles of the downloads that are in the first set and not in the second. */
  private static Set<Integer> titles(Set<TitleDownload> from, Set<TitleDownload> except) {
    return from.stream()
        .filter(each -> !except.contains(each))
        .map(TitleDownload::title)
        // The server could not match a download with title 0.
        .filter(title -> title > 0)
        .collect(Collectors.toSet());
  }

  /**
   * Expires the library when the queue has titles that are not in it, because they were added to
   * the server after it was read.
   */
  private void expireForNewTitles(Set<Integer> titles) {
    Optional<ArrLibrary> known = library.read(Duration.ofDays(1), Duration.ZERO).value();
    if (known.isPresent() && !known.get().byKey().keySet().containsAll(titles)) {
      library.expire();
    }
  }

  private static Set<TitleDownload> downloads(QueueSnapshot queue) {
    Set<TitleDownload> downloads = new HashSet<>();
    queue
        .byTitle()
        .forEach(
            (title, some) ->
                some.forEach(
                    rows -> downloads.add(new TitleDownload(title, rows.get(0).belongsTo()))));
    return downloads;
  }

  private void refresh(Set<Integer> titles) {
    if (titles.size() > A_FEW) {
      library.expire();
      return;
    }
    Optional<ArrLibrary> known = library.read(Duration.ofDays(1), Duration.ZERO).value();
    for (int title : titles) {
      known
          .flatMap(all -> all.find(title))
          .map(ArrTitle::id)
          .ifPresent(id -> ArrSnapshots.refresh(arr, library, id));
    }
  }
}
