package com.stoganet.sandbox;

import java.time.Instant;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/**
 * Thousands of invented titles, each of them the same every time and whatever the number of them.
 *
 * <p>Every fiftieth title is a copy of the one before, in a library of its own; three of a hundred
 * lie in the library that {@code kid} may not see.
 */
final class LargeLibrary {
  private static final int FIRST_MOVIE_TMDB = 2_000_000;
  private static final int FIRST_SERIES_TMDB = 3_000_000;
  private static final List<Track> PLAIN = Tracks.plain("h264");
  private static final List<Track> SUBTITLED = Tracks.embeddedSubtitles();

  private final Library library;
  private final LargeLibraryWatching watching;
  private InventedMetadata metadata;

  LargeLibrary(Library library, WatchHistory book, Account demo) {
    this.library = library;
    this.watching = new LargeLibraryWatching(book, demo);
  }

  void add(int movies, int series) {
    if (movies + series == 0) {
      return;
    }
    metadata = new InventedMetadata();
    Item shelf = new Item(Titles.SECOND_SHELF_LIBRARY, ItemType.COLLECTION_FOLDER, "Second Shelf");
    library.add(shelf.created("2026-01-01T00:00:00Z"));
    for (int i = 0; i < movies; i++) {
      movie(i);
    }
    for (int i = 0; i < series; i++) {
      series(i);
    }
  }

  private void movie(int number) {
    RandomGenerator random = random(FIRST_MOVIE_TMDB, original(number));
    String name = InventedText.name(random);
    Item movie = new Item(Guid.of("large/movie/" + number), ItemType.MOVIE, name);
    movie.at(Place.in(libraryOf(number, Titles.MOVIES_LIBRARY)));
    metadata.movie(movie.metadata().tmdb(FIRST_MOVIE_TMDB + original(number)), random);
    movie.created(InventedMetadata.created(random).plusSeconds(number - original(number)));
    boolean sharp = random.nextInt(4) == 0;
    movie.files(
        MediaVersion.sample(
            movie.id(),
            name,
            sharp ? 3840 : 1920,
            sharp ? 2160 : 1080,
            random.nextBoolean() ? PLAIN : SUBTITLED));
    library.add(movie);
    watching.movie(movie, number);
  }

  private void series(int number) {
    RandomGenerator random = random(FIRST_SERIES_TMDB, original(number));
    String name = InventedText.name(random);
    Item series = new Item(Guid.of("large/series/" + number), ItemType.SERIES, name);
    series.at(Place.in(libraryOf(number, Titles.SHOWS_LIBRARY)));
    metadata.series(series.metadata().tmdb(FIRST_SERIES_TMDB + original(number)), random);
    Instant created = InventedMetadata.created(random);
    library.add(series.created(created));
    LargeSeries episodes = new LargeSeries(library, metadata, series, random, SUBTITLED);
    watching.series(series, episodes.add(), number);
  }

  /** Unlike a shared generator this one gives a title the same data in any library. */
  private static RandomGenerator random(int kind, int number) {
    return new SplittableRandom(kind + (long) number);
  }

  private static boolean copy(int number) {
    return number % 50 == 49;
  }

  private static int original(int number) {
    return copy(number) ? number - 1 : number;
  }

  private static String libraryOf(int number, String usual) {
    if (copy(number)) {
      return Titles.SECOND_SHELF_LIBRARY;
    }
    return number % 100 == 13 || number % 100 == 41 || number % 100 == 77
        ? Titles.LATE_NIGHT_LIBRARY
        : usual;
  }
}
