package com.stoganet.proxy.media;

import java.util.List;

/**
 * A season of a series.
 *
 * @param number 0 holds the specials
 * @param year 0 when unknown
 * @param overview empty when there is none
 * @param unwatched how many of its episodes the user has not watched; -1 when unknown
 */
public record Season(
    int number,
    String name,
    int year,
    int episodes,
    int unwatched,
    String overview,
    List<Picture> pictures) {}
