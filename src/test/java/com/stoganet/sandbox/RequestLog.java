package com.stoganet.sandbox;

import java.util.ArrayList;
import java.util.List;

/** Remembers all requests, and what was wrong with them by the rules of a current server. */
final class RequestLog {
  /** Enough for any test; a demo server that runs for days must not grow. */
  private static final int LIMIT = 20_000;

  private final List<RecordedRequest> requests = new ArrayList<>();
  private final List<String> violations = new ArrayList<>();

  synchronized void add(RecordedRequest request) {
    if (requests.size() >= LIMIT) {
      requests.subList(0, LIMIT / 2).clear();
    }
    requests.add(request);
    if (violations.size() < LIMIT) {
      for (String violation : Violations.of(request)) {
        violations.add(request + ": " + violation);
      }
    }
  }

  synchronized List<RecordedRequest> requests() {
    return List.copyOf(requests);
  }

  synchronized List<String> violations() {
    return List.copyOf(violations);
  }

  synchronized void clear() {
    requests.clear();
    violations.clear();
  }
}
