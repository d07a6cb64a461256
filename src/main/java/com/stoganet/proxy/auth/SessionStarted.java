package com.stoganet.proxy.auth;

/**
 * Event: somebody has signed in; inside a transaction it counts only once that is through.
 *
 * @param deviceLabel what its owner calls the device
 */
public record SessionStarted(String sessionId, String userId, String deviceLabel) {}
