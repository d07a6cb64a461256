package com.stoganet.sandbox;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One request as it came over the wire; header names compare without regard to case. */
public record RecordedRequest(
    String method, String path, String query, Map<String, List<String>> headers, String body) {

  /** The first value of a header. */
  public Optional<String> header(String name) {
    return headers.getOrDefault(name, List.of()).stream().findFirst();
  }

  @Override
  public String toString() {
    return method + " " + path + (query == null ? "" : "?" + query);
  }
}
