package com.stoganet.proxy.media;

/**
 * What a card shows of a movie or series.
 *
 * @param year 0 when nobody knows
 * @param overview empty when there is none
 */
public record Title(CatalogId id, String name, int year, MediaKind kind, String overview) {}
