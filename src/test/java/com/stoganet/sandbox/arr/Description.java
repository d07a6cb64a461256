package com.stoganet.sandbox.arr;

import java.util.List;

/**
 * What anybody may know about a title.
 *
 * @param tmdbId 0 when nobody can tell
 * @param certification null when nobody has rated it
 */
public record Description(
    int tmdbId,
    String title,
    int year,
    String certification,
    String overview,
    List<String> genres) {}
