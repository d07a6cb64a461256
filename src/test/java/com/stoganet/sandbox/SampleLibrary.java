package com.stoganet.sandbox;

import java.time.Instant;

/** Fills the library, and what {@code demo} has watched so far. */
final class SampleLibrary {
  private SampleLibrary() {}

  static Library create() {
    Library library = new Library();
    folder(library, Titles.MOVIES_LIBRARY, "Movies", "movies");
    folder(library, Titles.SHOWS_LIBRARY, "Shows", "tvshows");
    folder(library, Titles.LATE_NIGHT_LIBRARY, "Late Night", "movies");
    folder(library, Titles.COLLECTIONS_LIBRARY, "Collections", "boxsets");
    MovieBuilder shelf = new MovieBuilder(library);
    new OrdinaryMovies(shelf).add();
    new PeculiarMovies(shelf).add();
    new SampleSeries(library).add();
    return library;
  }

  static void watch(Library library, WatchHistory book, Account demo) {
    Instant evening = Instant.parse("2026-08-01T20:00:00Z");
    for (Item episode : library.episodes(Titles.SERIES_NEXT_UP)) {
      if (episode.parentIndex().orElse(0) == 1) {
        evening = evening.plusSeconds(3600);
        played(book, demo, episode.id(), evening);
      }
    }
    played(book, demo, Titles.EPISODE_WATCHED, Instant.parse("2026-08-10T20:00:00Z"));
    begun(book, demo, library.get(Titles.EPISODE_IN_PROGRESS), "2026-08-11T20:00:00Z");
    begun(book, demo, library.get(Titles.MOVIE_IN_PROGRESS), "2026-08-12T20:00:00Z");
    played(book, demo, Titles.MOVIE_WATCHED, Instant.parse("2026-07-01T20:00:00Z"));
    book.change(demo, Titles.MOVIE_FAVORITE, state -> state.withFavorite(true));
  }

  private static void played(WatchHistory book, Account who, String item, Instant when) {
    book.change(who, item, state -> state.started(when).withPlayed(true));
  }

  private static void begun(WatchHistory book, Account who, Item item, String when) {
    long middle = item.runtimeTicks() / 2;
    book.change(who, item.id(), state -> state.started(Instant.parse(when)).withPosition(middle));
  }

  private static void folder(Library library, String id, String name, String collectionType) {
    Item folder = new Item(id, ItemType.COLLECTION_FOLDER, name).created("2026-01-01T00:00:00Z");
    folder.metadata().collectionType(collectionType);
    library.add(folder);
  }
}
