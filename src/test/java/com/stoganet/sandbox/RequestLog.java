package com.stoganet.sandbox;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Remembers all requests, and what was wrong with them by the rules of a current server. */
public final class RequestLog {
  /** Enough for any test; a demo server that runs for days must not grow. */
  private static final int LIMIT = 20_000;

  private final Function<RecordedRequest, List<String>> rules;
  private final List<RecordedRequest> requests = new ArrayList<>();
  private final List<String> violations = new ArrayList<>();

  public RequestLog(Function<RecordedRequest, List<String>> rules) {
    this.rules = rules;
  }

  public synchronized void add(RecordedRequest request) {
    if (requests.size() >= LIMIT) {
      requests.subList(0, LIMIT / 2).clear();
    }
    requests.add(request);
    if (violations.size() < LIMIT) {
      for (String violation : rules.apply(request)) {
        violations.add(request + ": " + violation);
      }
    }
  }

  public synchronized List<RecordedRequest> requests() {
    return List.copyOf(requests);
  }

  public synchronized List<String> violations() {
    return List.copyOf(violations);
  }

  public synchronized void clear() {
    requests.clear();
    violations.clear();
  }
}
