package com.stoganet.proxy.auth;

/** Event: a session is over; whoever remembers it must forget it. */
public record SessionEnded(String sessionId) {}
