package com.stoganet.sandbox.arr;

import java.time.LocalDate;
import java.util.List;

/** What the metadata service knows about a movie. */
public final class MovieFacts {
  final int tmdbId;
  final String title;
  final int year;
  String originalTitle;
  String overview = "";
  String certification;
  String imdbId;
  String status;
  String poster;
  String fanart;
  List<String> genres = List.of();
  LocalDate inCinemas;
  LocalDate digital;
  LocalDate physical;
  int runtime = 100;
  double rating = 6.5;

  private MovieFacts(int tmdbId, String title, int year) {
    this.tmdbId = tmdbId;
    this.title = title;
    this.year = year;
    this.originalTitle = title;
    this.poster = Covers.remote("movie", tmdbId, "poster");
    this.fanart = Covers.remote("movie", tmdbId, "fanart");
  }

  /** A movie that nothing else is known about; it came out in its year. */
  public static MovieFacts of(int tmdbId, String title, int year) {
    MovieFacts facts = new MovieFacts(tmdbId, title, year);
    return year == 0
        ? facts
        : facts.inCinemas(LocalDate.of(year, 3, 1)).digital(LocalDate.of(year, 6, 1));
  }

  public MovieFacts originalTitle(String value) {
    originalTitle = value;
    return this;
  }

  public MovieFacts overview(String value) {
    overview = value;
    return this;
  }

  /** Such as PG-13; null when nobody has rated it. */
  public MovieFacts certification(String value) {
    certification = value;
    return this;
  }

  public MovieFacts imdbId(String value) {
    imdbId = value;
    return this;
  }

  public MovieFacts genres(String... value) {
    genres = List.of(value);
    return this;
  }

  /** One of tba, announced, inCinemas, released, deleted; what the dates say unless set. */
  public MovieFacts status(String value) {
    status = value;
    return this;
  }

  /** Null when nobody knows, as for the other dates. */
  public MovieFacts inCinemas(LocalDate day) {
    inCinemas = day;
    return this;
  }

  public MovieFacts digital(LocalDate day) {
    digital = day;
    return this;
  }

  public MovieFacts physical(LocalDate day) {
    physical = day;
    return this;
  }

  public MovieFacts runtime(int minutes) {
    runtime = minutes;
    return this;
  }

  public MovieFacts rating(double value) {
    rating = value;
    return this;
  }

  /** The public address; null for no picture at all. */
  public MovieFacts poster(String url) {
    poster = url;
    fanart = url == null ? null : fanart;
    return this;
  }

  /** As the service says it, or as it follows from the dates. */
  String statusOn(LocalDate today) {
    if (status != null) {
      return status;
    }
    if (passed(digital, today) || passed(physical, today)) {
      return "released";
    }
    return passed(inCinemas, today) ? "inCinemas" : "announced";
  }

  /**
   * Radarr: the day from which it is looked for; null when that is unknown. Not the day on which
   * there is a file.
   */
  LocalDate available(String minimumAvailability) {
    if (minimumAvailability.equals("inCinemas") && inCinemas != null) {
      return inCinemas;
    }
    if (digital != null || physical != null) {
      return digital == null || (physical != null && physical.isBefore(digital))
          ? physical
          : digital;
    }
    return inCinemas == null ? null : inCinemas.plusDays(90);
  }

  private static boolean passed(LocalDate day, LocalDate today) {
    return day != null && !day.isAfter(today);
  }
}
