package com.stoganet.proxy.media;

import java.util.List;
import java.util.Optional;

/**
 * A season of a series.
 *
 * @param id the season at Jellyfin; empty when Jellyfin has none for these episodes
 * @param number 0 holds the specials; negative when it has none
 * @param year 0 when unknown
 * @param overview empty when there is none
 * @param episodes how many are listed
 * @param unwatched how many of them the user can watch and has not
 */
public record Season(
    Optional<JellyfinId> id,
    int number,
    String name,
    int year,
    int episodes,
    int unwatched,
    String overview,
    List<Picture> pictures) {}
