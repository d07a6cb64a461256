package com.stoganet.proxy.acquisition;

import com.stoganet.proxy.media.CatalogId;
import java.util.List;

/**
 * A title that users can request, as a metadata service describes it.
 *
 * @param originalName empty when it is the same or unknown
 * @param year 0 when unknown
 * @param overview empty when there is none
 * @param poster a public https address; empty when there is none
 * @param backdrop a public https address; empty when there is none
 * @param certification such as PG-13; empty when unknown
 * @param runtimeMinutes 0 when unknown
 * @param rating 0 to 10; 0 when there is none
 * @param seasons the season numbers of a series, in order, 0 for the specials; empty for a movie
 */
public record LookupResult(
    CatalogId.Tmdb id,
    String name,
    String originalName,
    int year,
    String overview,
    String poster,
    String backdrop,
    String certification,
    List<String> genres,
    int runtimeMinutes,
    float rating,
    List<Integer> seasons) {}
