package com.stoganet.proxy.acquisition;

import com.stoganet.proxy.media.CatalogId;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A title that was added to an {@link Arr}.
 *
 * @param key the server's own id of the title
 * @param monitored whether the server searches for it
 * @param hasFile of a movie: whether it has a file; of a series: whether any episode has one
 * @param released of a movie: whether the server may search for it by now, no matter whether it has
 *     a file; of a series: whether any episode has aired
 * @param release the day of its release; empty when unknown
 * @param ended of a series: whether no further episodes are expected
 * @param seasons the seasons of a series, including the specials; empty for a movie
 */
public record ArrTitle(
    CatalogId.Tmdb id,
    int key,
    String name,
    int year,
    boolean monitored,
    boolean hasFile,
    boolean released,
    Optional<LocalDate> release,
    boolean ended,
    List<Season> seasons) {

  /**
   * A season as the server counts it.
   *
   * @param number 0 for the specials
   * @param files episodes with a file
   * @param wanted episodes that have aired and are monitored, or have a file
   * @param total all known episodes, aired or not
   */
  public record Season(int number, boolean monitored, int files, int wanted, int total) {}
}
