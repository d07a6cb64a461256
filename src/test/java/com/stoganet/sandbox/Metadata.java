package com.stoganet.sandbox;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a scraper knows about a title. */
final class Metadata {
  private static final long TICKS_PER_MILLI = 10_000;

  String originalTitle;
  String overview;
  String tagline;
  String officialRating;
  String studio;
  String status;
  String collectionType;
  Double communityRating;
  Integer year;
  Instant premiere;
  Long runtimeTicks;

  /** The length that the file turns out to have; null when nothing finds it out. */
  Duration probed;

  List<String> genres = List.of();
  volatile List<String> tags = List.of();
  List<Person> people = List.of();
  final Map<String, String> providerIds = new LinkedHashMap<>();

  /** Takes over everything that is known about another title. */
  void copy(Metadata other) {
    originalTitle = other.originalTitle;
    overview = other.overview;
    tagline = other.tagline;
    officialRating = other.officialRating;
    studio = other.studio;
    status = other.status;
    collectionType = other.collectionType;
    communityRating = other.communityRating;
    year = other.year;
    premiere = other.premiere;
    runtimeTicks = other.runtimeTicks;
    genres = other.genres;
    tags = other.tags;
    people = other.people;
    providerIds.putAll(other.providerIds);
  }

  Metadata overview(String text) {
    overview = text;
    return this;
  }

  Metadata originalTitle(String text) {
    originalTitle = text;
    return this;
  }

  Metadata tagline(String text) {
    tagline = text;
    return this;
  }

  Metadata rated(String official, double community) {
    officialRating = official;
    communityRating = community;
    return this;
  }

  Metadata studio(String name) {
    studio = name;
    return this;
  }

  Metadata status(String text) {
    status = text;
    return this;
  }

  Metadata collectionType(String text) {
    collectionType = text;
    return this;
  }

  Metadata premiere(String day) {
    return premiere(Instant.parse(day + "T00:00:00Z"));
  }

  Metadata premiere(Instant midnight) {
    premiere = midnight;
    year = premiere.atOffset(ZoneOffset.UTC).getYear();
    return this;
  }

  Metadata runtime(Duration duration) {
    runtimeTicks = duration.toMillis() * TICKS_PER_MILLI;
    return this;
  }

  Metadata genres(String... names) {
    genres = List.of(names);
    return this;
  }

  Metadata people(Person... all) {
    people = List.of(all);
    return this;
  }

  Metadata tmdb(int number) {
    providerIds.put("Tmdb", Integer.toString(number));
    return this;
  }

  Metadata providerId(String key, String value) {
    providerIds.put(key, value);
    return this;
  }
}
