package com.stoganet.proxy.media;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What a card shows of a movie or series, and what it is found and sorted by.
 *
 * @param item this copy of the title at Jellyfin
 * @param originalName empty when it is the same or unknown
 * @param sortName the name without its article, as Jellyfin sorts; lower case
 * @param year 0 when unknown
 * @param overview empty when there is none
 * @param rating of the community, 0 to 10; 0 when there is none
 * @param released the epoch day it came out; {@link #UNKNOWN_DAY} when unknown
 * @param added when it came to the library; null when unknown
 * @param unplayable why it cannot be played, as far as lists tell; empty when it can
 */
public record Title(
    CatalogId id,
    JellyfinId item,
    MediaKind kind,
    String name,
    String originalName,
    String sortName,
    int year,
    String overview,
    List<String> genres,
    float rating,
    int released,
    Instant added,
    List<Picture> pictures,
    Optional<Unplayable> unplayable) {

  public static final int UNKNOWN_DAY = Integer.MIN_VALUE;

  /** The same title under another id. */
  Title with(CatalogId other) {
    return new Title(
        other,
        item,
        kind,
        name,
        originalName,
        sortName,
        year,
        overview,
        genres,
        rating,
        released,
        added,
        pictures,
        unplayable);
  }
}
