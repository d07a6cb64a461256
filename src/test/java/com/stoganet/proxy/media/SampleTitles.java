package com.stoganet.proxy.media;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Titles for tests, each told from the others by a number. */
final class SampleTitles {

  private SampleTitles() {}

  static JellyfinId id(long number) {
    return new JellyfinId(0, number);
  }

  /** A movie with a TMDB number of its own; a later number was added later. */
  static Title movie(long number, String name) {
    return movie(number, name, 2000, 7);
  }

  static Title movie(long number, String name, int year, float rating) {
    return copy(number, new CatalogId.Tmdb(MediaKind.MOVIE, number), name, year, rating);
  }

  /** Another item for the title with this id. */
  static Title copy(long number, CatalogId id, String name, int year, float rating) {
    return new Title(
        id,
        id(number),
        MediaKind.MOVIE,
        name,
        "",
        name.toLowerCase(java.util.Locale.ROOT),
        year,
        "",
        List.of("Drama"),
        rating,
        year == 0 ? Title.UNKNOWN_DAY : (year - 1970) * 365,
        Instant.ofEpochSecond(number),
        List.of(),
        Optional.empty());
  }

  /** The same title on a disc. */
  static Title onDisc(Title title) {
    return new Title(
        title.id(),
        title.item(),
        title.kind(),
        title.name(),
        title.originalName(),
        title.sortName(),
        title.year(),
        title.overview(),
        title.genres(),
        title.rating(),
        title.released(),
        title.added(),
        title.pictures(),
        Optional.of(Unplayable.DISC));
  }

  static Title series(long number, String name) {
    Title title = movie(number, name);
    return new Title(
        new CatalogId.Tmdb(MediaKind.TV, number),
        title.item(),
        MediaKind.TV,
        name,
        "",
        title.sortName(),
        title.year(),
        "",
        List.of("Crime"),
        title.rating(),
        title.released(),
        title.added(),
        List.of(),
        Optional.empty());
  }
}
