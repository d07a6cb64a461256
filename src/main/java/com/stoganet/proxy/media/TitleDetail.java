package com.stoganet.proxy.media;

import java.util.List;
import java.util.Optional;

/**
 * Everything about one title.
 *
 * @param runtimeMinutes 0 when nobody knows
 * @param seasons empty for a movie
 * @param playable what to play; empty for a series
 * @param progress where the user stopped; empty for a series
 * @param resume the episode to go on with; only a series that somebody began has one
 */
public record TitleDetail(
    Title title,
    List<String> genres,
    int runtimeMinutes,
    List<CastMember> cast,
    List<Season> seasons,
    Optional<Playable> playable,
    Optional<Progress> progress,
    Optional<NextEpisode> resume) {

  /**
   * An actor.
   *
   * @param role the character's name; empty when nobody knows
   */
  public record CastMember(String name, String role) {}

  /**
   * A season.
   *
   * @param number 0 holds the specials
   * @param year 0 when nobody knows
   * @param overview empty when there is none
   */
  public record Season(int number, String name, int year, int episodes, String overview) {}

  /** An episode to go on with, somewhere in a series. */
  public record NextEpisode(
      int season, int number, CatalogId id, String name, Playable playable, Progress progress) {}
}
