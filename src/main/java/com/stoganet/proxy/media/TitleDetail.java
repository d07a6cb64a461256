package com.stoganet.proxy.media;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * Everything about one title.
 *
 * @param durationMillis milliseconds; 0 when unknown
 * @param viewing what the user did with it
 * @param sources the versions, the default one first, but those that cannot be played last; empty
 *     for a series
 * @param playable what to play; empty for a series, and for what cannot be played
 * @param unplayable why it cannot be played; empty for a series, and for what can be played
 * @param show what only a series has; empty for anything else
 */
public record TitleDetail(
    Title title,
    long durationMillis,
    About about,
    Facts facts,
    Viewing viewing,
    List<Source> sources,
    Optional<Playable> playable,
    Optional<Unplayable> unplayable,
    Optional<Show> show) {

  /** The same under another id. */
  TitleDetail with(CatalogId id) {
    return new TitleDetail(
        title.with(id), durationMillis, about, facts, viewing, sources, playable, unplayable, show);
  }

  /**
   * What people read before they decide.
   *
   * @param tagline empty when there is none
   * @param officialRating such as PG-13; empty when there is none
   */
  public record About(
      String tagline,
      String officialRating,
      List<String> studios,
      List<Trailer> trailers,
      List<CastMember> cast) {}

  /** A trailer; the name may be empty. */
  public record Trailer(String name, String url) {}

  /**
   * An actor.
   *
   * @param role the character's name; empty when unknown
   */
  public record CastMember(String name, String role) {}

  /**
   * What else is known about it.
   *
   * @param airing when it came out, and whether it goes on
   */
  public record Facts(
      ExternalIds ids,
      Airing airing,
      List<String> directors,
      List<String> writers,
      List<String> tags,
      List<Chapter> chapters,
      List<Extra> extras) {}

  /** Its numbers elsewhere; each empty when unknown. */
  public record ExternalIds(String imdb, String tvdb, String tmdb) {}

  /**
   * When it came out.
   *
   * @param status empty for what is no series
   */
  public record Airing(
      Optional<LocalDate> premiere, Optional<LocalDate> end, Optional<SeriesStatus> status) {}

  /** Whether more episodes of a series will come. */
  public enum SeriesStatus {
    CONTINUING,
    ENDED,
    UNRELEASED
  }

  /**
   * Where a part begins.
   *
   * @param name empty when it has none
   */
  public record Chapter(String name, long startMillis) {}

  /**
   * A short video that belongs to the title.
   *
   * @param durationMillis milliseconds; 0 when unknown
   */
  public record Extra(
      Type type, String name, long durationMillis, List<Picture> pictures, Playable playable) {

    /** What it shows. */
    public enum Type {
      TRAILER,
      BEHIND_THE_SCENES,
      DELETED_SCENE,
      INTERVIEW,
      SCENE,
      SAMPLE,
      FEATURETTE,
      SHORT,
      CLIP,
      THEME_VIDEO,
      OTHER
    }
  }

  /** What the user did with it. */
  public record Viewing(boolean favorite, Progress progress) {}

  /**
   * The parts of a series.
   *
   * @param resume the episode to go on with, once the user has begun
   * @param start the first episode that is no special
   */
  public record Show(List<Season> seasons, Optional<Episode> resume, Optional<Episode> start) {}
}
