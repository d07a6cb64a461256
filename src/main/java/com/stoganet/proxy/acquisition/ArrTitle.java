package com.stoganet.proxy.acquisition;

import com.stoganet.proxy.media.CatalogId;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A title that an {@link Arr} keeps or waits for.
 *
 * @param key the server's own number of the title
 * @param monitored whether the server looks for it
 * @param hasFile of a movie: whether there is a file; of a series: whether there is any
 * @param released of a movie: whether it may be looked for by now, which is not whether there is a
 *     file; of a series: whether any episode has aired
 * @param release when it comes out, as far as anybody knows
 * @param ended of a series: no further episodes are expected
 * @param seasons of a series, the specials too; empty for a movie
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
