package com.stoganet.proxy.acquisition;

import com.stoganet.proxy.media.CatalogId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A release of a movie or an episode on one day.
 *
 * @param certification such as PG-13; empty when unknown
 * @param day the day of the release
 * @param airs the exact time of an episode; empty for a movie
 * @param event the kind of release
 * @param season of an episode; -1 for a movie
 * @param episode of an episode; -1 for a movie
 * @param episodeName of an episode; empty for a movie
 */
public record CalendarEntry(
    CatalogId.Tmdb id,
    String name,
    String certification,
    LocalDate day,
    Optional<Instant> airs,
    Event event,
    int season,
    int episode,
    String episodeName,
    boolean hasFile) {

  /** The kind of release. */
  public enum Event {
    IN_CINEMAS,
    DIGITAL_RELEASE,
    PHYSICAL_RELEASE,
    EPISODE
  }
}
