package com.stoganet.proxy.media;

/**
 * Where a user stopped.
 *
 * @param positionMillis milliseconds from the start
 */
public record Progress(long positionMillis, boolean played) {}
