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
 * Reads the queue of a server. Radarr 6, Sonarr 4: a download leaves it once its file is in their
 * library, so what has left is looked at there before anybody sees that it has; otherwise a title
 * would seem to be looked for again until the whole library is read anew.
 */
final class QueueReader implements Supplier<QueueSnapshot> {

  /** One question each for more than so many takes longer than reading the library. */
  private static final int A_FEW = 10;

  private final Arr arr;
  private final RefreshingValue<ArrLibrary> library;
  private volatile Set<Departure> before = Set.of();

  /** A download of a title, which may have another one. */
  private record Departure(int title, String download) {}

  QueueReader(Arr arr, RefreshingValue<ArrLibrary> library) {
    this.arr = arr;
    this.library = library;
  }

  @Override
  public QueueSnapshot get() {
    QueueSnapshot queue = QueueSnapshot.of(arr.queue());
    Set<Departure> now = downloads(queue);
    refresh(titles(before, now));
    meet(titles(now, before));
    before = now;
    return queue;
  }

  /** The titles of what is in one and not in the other. */
  private static Set<Integer> titles(Set<Departure> some, Set<Departure> others) {
    return some.stream()
        .filter(each -> !others.contains(each))
        .map(Departure::title)
        // Of 0 the server itself does not know what it is.
        .filter(title -> title > 0)
        .collect(Collectors.toSet());
  }

  /** Somebody added a title over there since the library was read: it is read again, once. */
  private void meet(Set<Integer> titles) {
    Optional<ArrLibrary> known = library.read(Duration.ofDays(1), Duration.ZERO).value();
    if (known.isPresent() && !known.get().byKey().keySet().containsAll(titles)) {
      library.expire();
    }
  }

  private static Set<Departure> downloads(QueueSnapshot queue) {
    Set<Departure> downloads = new HashSet<>();
    queue
        .byTitle()
        .forEach(
            (title, some) ->
                some.forEach(rows -> downloads.add(new Departure(title, rows.get(0).belongsTo()))));
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
