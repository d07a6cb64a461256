package com.stoganet.sandbox;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** What is being played at the moment, by session. */
final class Playing {
  private final Map<String, String> items = new ConcurrentHashMap<>();

  void started(String sessionId, String itemId) {
    items.put(sessionId, itemId);
  }

  void stopped(String sessionId) {
    items.remove(sessionId);
  }

  Optional<String> itemOf(String sessionId) {
    return Optional.ofNullable(items.get(sessionId));
  }
}
