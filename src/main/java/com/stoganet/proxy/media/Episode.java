package com.stoganet.proxy.media;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * An episode of a series.
 *
 * @param season 0 holds the specials
 * @param number 0 when it has none
 * @param runtimeMinutes 0 when unknown
 * @param pictures its own, or else those of its series
 * @param airs the day it airs or aired
 * @param playable empty for an episode without a file
 */
public record Episode(
    JellyfinId id,
    int season,
    int number,
    String name,
    String overview,
    int runtimeMinutes,
    List<Picture> pictures,
    Availability availability,
    Optional<LocalDate> airs,
    Optional<Playable> playable,
    Progress progress) {

  /** Whether there is a file, or when there may be one. */
  public enum Availability {
    AVAILABLE,
    MISSING,
    UNAIRED
  }
}
