package com.stoganet.proxy.acquisition;

import com.stoganet.proxy.media.CatalogId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Something that comes out.
 *
 * @param certification such as PG-13; empty when nobody knows
 * @param day when
 * @param airs the exact time of an episode; empty for a movie
 * @param event what happens on that day
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

  /** What happens on a day. */
  public enum Event {
    IN_CINEMAS,
    DIGITAL_RELEASE,
    PHYSICAL_RELEASE,
    EPISODE
  }
}
