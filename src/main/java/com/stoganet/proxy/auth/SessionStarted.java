package com.stoganet.proxy.auth;

/**
 * Event: a user has signed in; inside a transaction it counts only after the commit.
 *
 * @param deviceLabel what its owner calls the device
 */
public record SessionStarted(String sessionId, String userId, String deviceLabel) {}
