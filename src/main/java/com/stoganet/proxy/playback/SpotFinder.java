package com.stoganet.proxy.playback;

import com.stoganet.proxy.media.JellyfinId;
import com.stoganet.proxy.media.Watchable;
import com.stoganet.proxy.media.Watchable.Version;
import com.stoganet.proxy.media.WatchedSources;
import com.stoganet.proxy.shared.ApiException;
import com.stoganet.proxy.shared.Caller;
import com.stoganet.proxy.shared.Service;
import jakarta.inject.Inject;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds out which version of which copy of a title a report is about. */
@Service
public class SpotFinder {

  private final WatchedSources sources;

  @Inject
  public SpotFinder(WatchedSources sources) {
    this.sources = sources;
  }

  /**
   * Where the player is. A version that is gone was replaced while it played: the title's position
   * is kept all the same.
   *
   * @param copies of the title
   * @throws ApiException validation_failed when the title has no position
   */
  Spot spot(Caller caller, List<Watchable> copies, WatchReport report) {
    List<Spot> spots =
        copies.stream().flatMap(copy -> spots(copy, report.positionMillis())).toList();
    if (spots.isEmpty()) {
      throw ApiException.invalid("id", "Only a movie or an episode in the library has a position.");
    }
    return report
        .source()
        .flatMap(source -> at(spots, source))
        .orElseGet(() -> likely(caller, spots));
  }

  private static Stream<Spot> spots(Watchable copy, long positionMillis) {
    List<Version> files = copy.parts().isEmpty() ? copy.versions() : copy.parts();
    return files.stream().map(file -> new Spot(copy, file, positionMillis));
  }

  private static Optional<Spot> at(List<Spot> spots, JellyfinId source) {
    return spots.stream().filter(spot -> spot.source().equals(source)).findFirst();
  }

  /** The version played last or the default one, unless only another one is long enough. */
  private Spot likely(Caller caller, List<Spot> spots) {
    Spot usual = usual(caller, spots);
    if (usual.inParts() || !usual.behindTheEnd()) {
      return usual;
    }
    return spots.stream()
        .filter(spot -> !spot.behindTheEnd())
        .max(Comparator.comparingLong(spot -> spot.version().runtimeMillis()))
        .orElse(usual);
  }

  private Spot usual(Caller caller, List<Spot> spots) {
    Spot first = spots.get(0);
    if (spots.size() == 1 || first.inParts()) {
      return first;
    }
    JellyfinId last = sources.of(caller.userId()).get(first.item());
    return last == null ? first : at(spots, last).orElse(first);
  }
}
