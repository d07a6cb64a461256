package com.stoganet.sandbox;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Finds the episode that a user should watch next. */
final class NextUp {

  /** An episode, and when its series was last watched. */
  record Suggestion(Item episode, Instant lastPlayed) {}

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
        .filter(item -> server.library.visible(item, user))
        .filter(item -> series.isEmpty() || series.get().equals(item.id()))
        .flatMap(item -> next(item, series.isPresent()).stream())
        .filter(next -> !next.lastPlayed().isBefore(cutoff))
        .sorted(Comparator.comparing(Suggestion::lastPlayed).reversed())
        .map(Suggestion::episode)
        .toList();
  }

  /** Jellyfin: a series that was never watched only counts when it is asked for by id. */
  private Optional<Suggestion> next(Item series, boolean askedFor) {
    List<Item> episodes =
        server.library.episodes(series.id()).stream()
            .filter(item -> !item.missing() && item.parentIndex().orElse(0) > 0)
            .toList();
    int last = -1;
    for (int i = 0; i < episodes.size(); i++) {
      last = state(episodes.get(i)).played() ? i : last;
    }
    boolean first = askedFor && !query.flag("disableFirstEpisode", false);
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
