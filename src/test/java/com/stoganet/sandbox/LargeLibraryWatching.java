package com.stoganet.sandbox;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** What {@code demo} has seen of a large library: some hundreds of everything. */
final class LargeLibraryWatching {
  private static final Instant LONG_AGO = Instant.parse("2024-01-01T20:00:00Z");
  private static final int BEGUN_ONE_IN = 67;
  private static final int PLAYED_ONE_IN = 41;
  private static final int FAVORITE_ONE_IN = 53;
  private static final int SERIES_BEGUN_ONE_IN = 8;
  private static final int SERIES_FAVORITE_ONE_IN = 19;

  private final WatchHistory book;
  private final Account demo;

  LargeLibraryWatching(WatchHistory book, Account demo) {
    this.book = book;
    this.demo = demo;
  }

  void movie(Item movie, int number) {
    if (number % BEGUN_ONE_IN == 0) {
      begun(movie, number);
    } else if (number % PLAYED_ONE_IN == 0) {
      played(movie, number);
    }
    if (number % FAVORITE_ONE_IN == 0) {
      favorite(movie);
    }
  }

  /** Some episodes from the start; of some series all of them, of others the next one as well. */
  void series(Item series, List<Item> episodes, int number) {
    List<Item> playable = episodes.stream().filter(item -> !item.missing()).toList();
    if (number % SERIES_BEGUN_ONE_IN == 0) {
      int count = 1 + number / SERIES_BEGUN_ONE_IN % playable.size();
      playable.subList(0, count).forEach(episode -> played(episode, number));
      if (count < playable.size() && number % 3 == 0) {
        begun(playable.get(count), number);
      }
    }
    if (number % SERIES_FAVORITE_ONE_IN == 0) {
      favorite(series);
    }
  }

  private void played(Item item, int number) {
    book.change(demo, item.id(), state -> state.started(evening(number)).withPlayed(true));
  }

  private void begun(Item item, int number) {
    long third = item.runtimeTicks() / 3;
    book.change(demo, item.id(), state -> state.started(evening(number)).withPosition(third));
  }

  private void favorite(Item item) {
    book.change(demo, item.id(), state -> state.withFavorite(true));
  }

  /** All of it before the summer of 2026, when the sample titles were watched. */
  private static Instant evening(int number) {
    return LONG_AGO.plus(Duration.ofHours(number * 17L % 20_000));
  }
}
