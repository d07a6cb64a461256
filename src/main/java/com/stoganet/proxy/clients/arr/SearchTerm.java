package com.stoganet.proxy.clients.arr;

import com.stoganet.proxy.media.CatalogId;

/** The search term of a lookup, which Radarr and Sonarr may read as a command or an address. */
final class SearchTerm {

  private SearchTerm() {}

  /**
   * The words as Radarr and Sonarr search for them literally; empty when none are left.
   *
   * <p>A colon can turn them into a command (tmdb:603) and slashes into an address or a path, which
   * Sonarr 4 answers with an error. Braces and percent signs have a meaning in the URL templates of
   * some REST clients.
   */
  static String words(String typed) {
    return typed.replaceAll("[\\p{Cntrl}:/\\\\{}%\\s]+", " ").strip();
  }

  /** The search term for the title with this TMDB number. */
  static String number(CatalogId.Tmdb id) {
    return "tmdb:" + id.number();
  }
}
