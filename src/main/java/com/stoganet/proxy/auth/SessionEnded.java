package com.stoganet.proxy.auth;

/**
 * Event: a session is over; whoever remembers it must forget it.
 *
 * @param userId whose it was
 */
public record SessionEnded(String sessionId, String userId) {}
