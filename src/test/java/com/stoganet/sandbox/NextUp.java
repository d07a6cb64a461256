package com.stoganet.sandbox;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Finds the episode that a user should watch next.
 *
 * <p>Jellyfin 12: also one in a library that the user may not see, if the series has a folder in
 * one that they may see.
 */
final class NextUp {

  /** An episode, and when its series was last watched. */
  record Suggestion(Item episode, Instant lastPlayed) {}

  private static final Comparator<Item> IN_ORDER =
      Comparator.<Item, Integer>comparing(item -> item.parentIndex().orElse(0))
          .thenComparing(item -> item.index().orElse(0));

  private final ServerState server;
  private final Account user;
  private final Query query;

  NextUp(ServerState server, Account user, Query query) {
    this.server = server;
    this.user = user;
    this.query = query;
  }

  /** The series watched most recently comes first. */
  List<Item> episodes() {
    Optional<String> series = query.guid("seriesId");
    Instant cutoff = query.date("nextUpDateCutoff").orElse(Instant.MIN);
    return server.library.series().stream()
        .filter(item -> server.library.listed(item, user))
        .filter(item -> series.isEmpty() || series.get().equals(item.id()))
        .flatMap(item -> next(item, series.isPresent()).stream())
        .filter(next -> !next.lastPlayed().isBefore(cutoff))
        .sorted(Comparator.comparing(Suggestion::lastPlayed).reversed())
        .map(Suggestion::episode)
        .distinct()
        .toList();
  }

  /**
   * A series that was never watched counts when it is asked for by id; for Jellyfin 10.10 whenever
   * {@code disableFirstEpisode} does not forbid it.
   */
  private Optional<Suggestion> next(Item series, boolean askedFor) {
    List<Item> episodes =
        server.library.sameSeries(series, server.v12()).stream()
            .flatMap(each -> server.library.episodes(each.id()).stream())
            .filter(item -> !item.missing() && item.parentIndex().orElse(0) > 0)
            .filter(item -> server.library.listedAnywhere(item, user))
            .sorted(IN_ORDER)
            .toList();
    int last = -1;
    for (int i = 0; i < episodes.size(); i++) {
      last = state(episodes.get(i)).played() ? i : last;
    }
    // Jellyfin 10.11 and 12 do not know the parameter.
    boolean obedient = server.version == JellyfinVersion.V10_10;
    boolean first = obedient ? !query.flag("disableFirstEpisode", false) : askedFor;
    if ((last < 0 && !first) || last + 1 == episodes.size()) {
      return Optional.empty();
    }
    Item next = episodes.get(last + 1);
    if (state(next).resumable() && !query.flag("enableResumable", true)) {
      return Optional.empty();
    }
    Instant played = last < 0 ? null : state(episodes.get(last)).lastPlayed();
    return Optional.of(new Suggestion(next, Optional.ofNullable(played).orElse(Instant.MIN)));
  }

  private WatchState state(Item item) {
    return server.watched.of(user, item.id());
  }
}
