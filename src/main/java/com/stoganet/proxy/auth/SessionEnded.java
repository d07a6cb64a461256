package com.stoganet.proxy.auth;

/**
 * Event: a session is over; caches that hold it must drop it.
 *
 * @param userId whose it was
 */
public record SessionEnded(String sessionId, String userId) {}
