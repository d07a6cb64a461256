package com.stoganet.sandbox.seerr;

import java.util.List;

/**
 * A request that was taken.
 *
 * @param user the number of the user at Seerr
 * @param kind movie or tv
 * @param seasons empty for a movie
 * @param approved whether nobody has to decide any more
 */
public record SeerrRequest(
    int user, String kind, long tmdb, List<Integer> seasons, boolean approved) {}
