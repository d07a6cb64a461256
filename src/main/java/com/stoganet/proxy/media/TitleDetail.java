package com.stoganet.proxy.media;

import java.util.List;
import java.util.Optional;

/**
 * Everything about one title.
 *
 * @param runtimeMinutes 0 when unknown
 * @param viewing what the user did with it
 * @param sources the versions, the default one first; empty for a series
 * @param playable what to play; empty for a series
 * @param show what only a series has; empty for anything else
 */
public record TitleDetail(
    Title title,
    int runtimeMinutes,
    About about,
    Viewing viewing,
    List<Source> sources,
    Optional<Playable> playable,
    Optional<Show> show) {

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
