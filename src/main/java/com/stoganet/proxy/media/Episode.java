package com.stoganet.proxy.media;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * An episode of a series.
 *
 * @param season 0 holds the specials; negative when it has no number
 * @param number negative when it has none, and unique in its season
 * @param numberEnd the last number when the file holds several episodes
 * @param durationMillis milliseconds; 0 when unknown
 * @param pictures its own, or else those of its series
 * @param airs the day it airs or aired
 * @param playable empty for an episode that cannot be played
 * @param unplayable why it cannot be played; empty when it can
 * @param sources the versions, the default one first; empty when they are not known
 */
public record Episode(
    JellyfinId id,
    int season,
    int number,
    OptionalInt numberEnd,
    String name,
    String overview,
    long durationMillis,
    List<Picture> pictures,
    Availability availability,
    Optional<LocalDate> airs,
    Optional<Playable> playable,
    Optional<Unplayable> unplayable,
    Progress progress,
    List<Source> sources) {

  /** Whether there is a file, or when there may be one. */
  public enum Availability {
    AVAILABLE,
    MISSING,
    UNAIRED
  }
}
