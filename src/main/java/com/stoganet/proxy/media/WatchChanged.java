package com.stoganet.proxy.media;

/** Event: a user has watched or marked something, so what is remembered of that is out of date. */
public record WatchChanged(String userId) {}
