package com.stoganet.sandbox;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/** Describes invented titles: when, who, what kind, how good. */
final class InventedMetadata {
  private static final int PEOPLE = 10_000;
  private static final long SEED = 1_930_2026L;
  private static final LocalDate FIRST_FILM = LocalDate.of(1930, 1, 1);
  private static final LocalDate LAST_FILM = LocalDate.of(2026, 6, 30);
  private static final Instant FIRST_FILE = Instant.parse("2015-01-01T00:00:00Z");
  private static final Instant LAST_FILE = Instant.parse("2026-01-31T00:00:00Z");

  private static final List<String> GENRES =
      List.of(
          "Action",
          "Adventure",
          "Animation",
          "Biography",
          "Comedy",
          "Crime",
          "Documentary",
          "Drama",
          "Family",
          "Fantasy",
          "History",
          "Horror",
          "Music",
          "Mystery",
          "Romance",
          "Science Fiction",
          "Sport",
          "Thriller",
          "War",
          "Western");

  /** All within the limit of {@code kid}, to whom one library is hidden and nothing else. */
  private static final List<String> MOVIE_RATINGS = List.of("G", "PG", "Approved", "10", "8");

  private static final List<String> SERIES_RATINGS =
      List.of("TV-G", "TV-PG", "TV-Y", "TV-Y7-FV", "TV-Y7");

  private final List<String> people = new ArrayList<>();

  InventedMetadata() {
    RandomGenerator random = new SplittableRandom(SEED);
    Set<String> names = new LinkedHashSet<>();
    while (names.size() < PEOPLE) {
      names.add(Words.person(random));
    }
    people.addAll(names);
  }

  void movie(Metadata about, RandomGenerator random) {
    describe(about, random, MOVIE_RATINGS);
    about.runtime(Duration.ofMinutes(random.nextInt(70, 190)));
  }

  void series(Metadata about, RandomGenerator random) {
    describe(about, random, SERIES_RATINGS);
    about.status(random.nextInt(3) == 0 ? "Continuing" : "Ended");
  }

  private void describe(Metadata about, RandomGenerator random, List<String> ratings) {
    long days = random.nextLong(FIRST_FILM.toEpochDay(), LAST_FILM.toEpochDay());
    about
        .premiere(LocalDate.ofEpochDay(days).toString())
        .rated(Words.pick(ratings, random), random.nextInt(20, 95) / 10.0)
        .overview(InventedText.overview(random))
        .genres(genres(random))
        .people(cast(random, random.nextInt(8, 16)));
  }

  private static String[] genres(RandomGenerator random) {
    Set<String> genres = new LinkedHashSet<>();
    int count = random.nextInt(1, 4);
    while (genres.size() < count) {
      genres.add(Words.pick(GENRES, random));
    }
    return genres.toArray(String[]::new);
  }

  /** A director, a writer, and actors who play people with other people's names. */
  Person[] cast(RandomGenerator random, int count) {
    Person[] cast = new Person[count];
    cast[0] = Person.director(Words.pick(people, random));
    cast[1] = Person.writer(Words.pick(people, random));
    for (int i = 2; i < count; i++) {
      cast[i] = Person.actor(Words.pick(people, random), Words.pick(people, random));
    }
    return cast;
  }

  /** When the file came into the library, some time in eleven years. */
  static Instant created(RandomGenerator random) {
    long second = random.nextLong(FIRST_FILE.getEpochSecond(), LAST_FILE.getEpochSecond());
    return Instant.ofEpochSecond(second).atOffset(ZoneOffset.UTC).toInstant();
  }
}
