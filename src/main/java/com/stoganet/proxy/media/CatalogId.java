package com.stoganet.proxy.media;

import com.stoganet.proxy.shared.ApiException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The id of a title towards clients, the same from "not here yet" to "playable". */
public sealed interface CatalogId {

  Pattern TMDB = Pattern.compile("tmdb:(movie|tv):([1-9][0-9]{0,9})");

  /** A title that TMDB knows. */
  record Tmdb(MediaKind kind, long number) implements CatalogId {
    @Override
    public String toString() {
      return "tmdb:" + kind.text() + ":" + number;
    }
  }

  /** A title that only Jellyfin knows. */
  record Jellyfin(JellyfinId id) implements CatalogId {
    @Override
    public String toString() {
      return "jf:" + id;
    }
  }

  /**
   * Reads an id as the contract writes it.
   *
   * @throws ApiException validation_failed for anything else
   */
  static CatalogId parse(String text) {
    Matcher tmdb = TMDB.matcher(text);
    if (tmdb.matches()) {
      MediaKind kind = "movie".equals(tmdb.group(1)) ? MediaKind.MOVIE : MediaKind.TV;
      return new Tmdb(kind, Long.parseLong(tmdb.group(2)));
    }
    if (text.startsWith("jf:")) {
      return JellyfinId.parse(text.substring("jf:".length()))
          .map(Jellyfin::new)
          .orElseThrow(CatalogId::malformed);
    }
    throw malformed();
  }

  /**
   * The same, and the bare id of an item, which the apps of the original report positions with.
   *
   * @throws ApiException validation_failed for anything else
   */
  static CatalogId parseOrBare(String text) {
    return JellyfinId.parse(text).<CatalogId>map(Jellyfin::new).orElseGet(() -> parse(text));
  }

  private static ApiException malformed() {
    return ApiException.invalid(
        "id", "The id must look like tmdb:movie:603, tmdb:tv:1396 or jf: and 32 hex digits.");
  }
}
