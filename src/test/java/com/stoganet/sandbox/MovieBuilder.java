package com.stoganet.sandbox;

import java.time.Duration;
import java.util.List;

/** Puts movies into the library, each one a day after the one before. */
final class MovieBuilder {
  private final Library library;

  MovieBuilder(Library library) {
    this.library = library;
  }

  /** Adds a movie with one file, the sample video. */
  Metadata add(String id, String name, String day, int minutes, List<Track> tracks) {
    Item movie = movie(id, name, day, minutes);
    library.add(movie.files(MediaVersion.sample(id, name, 1280, 720, tracks)));
    return movie.metadata();
  }

  /** A movie that still has to be given its files and to be added. */
  Item movie(String id, String name, String day, int minutes) {
    int count = library.movies().size();
    Item movie = new Item(id, ItemType.MOVIE, name).at(Place.in(Titles.MOVIES_LIBRARY));
    movie.created(String.format("2026-02-%02dT18:30:00.1234567Z", count + 1));
    movie.metadata().premiere(day).runtime(Duration.ofMinutes(minutes));
    return movie;
  }

  void add(Item item) {
    library.add(item);
  }

  void collection(String id, String name, String... movies) {
    Item set = new Item(id, ItemType.BOX_SET, name).at(Place.in(Titles.COLLECTIONS_LIBRARY));
    library.add(set.linking(movies).created("2026-03-01T12:00:00Z"));
  }
}
