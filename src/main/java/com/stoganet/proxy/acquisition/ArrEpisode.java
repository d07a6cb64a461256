package com.stoganet.proxy.acquisition;

import java.time.Instant;
import java.util.Optional;

/**
 * An episode as an {@link Arr} reports it.
 *
 * @param season 0 for the specials
 * @param airs when it airs or aired; empty when unknown
 */
public record ArrEpisode(
    int key,
    int season,
    int number,
    String name,
    boolean monitored,
    boolean hasFile,
    Optional<Instant> airs) {}
