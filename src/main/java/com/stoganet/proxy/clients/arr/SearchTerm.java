package com.stoganet.proxy.clients.arr;

import com.stoganet.proxy.media.CatalogId;

/** What lookup is asked for, which it takes for more than words when it can. */
final class SearchTerm {

  private SearchTerm() {}

  /**
   * Words that are nothing but words; empty when none are left.
   *
   * <p>A colon could make a command of them (tmdb:603), slashes an address or a path, which Sonarr
   * 4 answers with an error. Braces and percent signs mean something to some of the clients that
   * write addresses.
   */
  static String words(String typed) {
    return typed.replaceAll("[\\p{Cntrl}:/\\\\{}%\\s]+", " ").strip();
  }

  /** The title with this number. */
  static String number(CatalogId.Tmdb id) {
    return "tmdb:" + id.number();
  }
}
