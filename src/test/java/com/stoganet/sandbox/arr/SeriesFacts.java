package com.stoganet.sandbox.arr;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What the metadata service knows about a series. */
public final class SeriesFacts {
  private static final LocalTime AIR_TIME = LocalTime.of(20, 0);

  /** An episode; one of season 0 is a special, and nobody knows when some air. */
  record EpisodeFacts(int season, int number, int tvdbId, String title, Instant airs) {}

  final int tvdbId;
  final String title;
  final int year;
  final List<EpisodeFacts> episodes = new ArrayList<>();
  int tmdbId;
  String overview = "";
  String certification;
  String imdbId;
  String network = "Pier Television";
  String status = "ended";
  String poster;
  String fanart;
  List<String> genres = List.of();
  int runtime = 42;
  double rating = 7.5;

  private SeriesFacts(int tvdbId, String title, int year) {
    this.tvdbId = tvdbId;
    this.title = title;
    this.year = year;
    this.poster = Covers.remote("series", tvdbId, "poster");
    this.fanart = Covers.remote("series", tvdbId, "fanart");
  }

  /** An ended series without episodes, of which TMDB does not know. */
  public static SeriesFacts of(int tvdbId, String title, int year) {
    return new SeriesFacts(tvdbId, title, year);
  }

  /** 0 when the service cannot tell. */
  public SeriesFacts tmdbId(int value) {
    tmdbId = value;
    return this;
  }

  /** A season with an episode a week. */
  public SeriesFacts season(int number, LocalDate first, int count) {
    for (int i = 0; i < count; i++) {
      episode(number, first.plusWeeks(i), "Chapter " + (i + 1));
    }
    return this;
  }

  /** The next episode of a season; a day of null is one that nobody knows. */
  public SeriesFacts episode(int season, LocalDate day, String name) {
    int number = (int) episodes.stream().filter(each -> each.season() == season).count() + 1;
    Instant airs = day == null ? null : day.atTime(AIR_TIME).toInstant(ZoneOffset.UTC);
    int id = tvdbId % 100_000 * 1000 + season * 50 + number;
    episodes.add(new EpisodeFacts(season, number, id, name, airs));
    return this;
  }

  public SeriesFacts overview(String value) {
    overview = value;
    return this;
  }

  /** Such as TV-14; null when nobody has rated it. */
  public SeriesFacts certification(String value) {
    certification = value;
    return this;
  }

  public SeriesFacts imdbId(String value) {
    imdbId = value;
    return this;
  }

  public SeriesFacts genres(String... value) {
    genres = List.of(value);
    return this;
  }

  /** One of continuing, ended, upcoming, deleted. */
  public SeriesFacts status(String value) {
    status = value;
    return this;
  }

  public SeriesFacts rating(double value) {
    rating = value;
    return this;
  }

  /** The public address; null for no picture at all. */
  public SeriesFacts poster(String url) {
    poster = url;
    fanart = url == null ? null : fanart;
    return this;
  }

  /** As Sonarr makes it of the title; no two series have the same. */
  String slug() {
    return title.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
  }

  List<Integer> seasons() {
    return episodes.stream().map(EpisodeFacts::season).distinct().sorted().toList();
  }
}
