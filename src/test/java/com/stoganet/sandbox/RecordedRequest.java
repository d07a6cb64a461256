package com.stoganet.sandbox;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** One request as it came over the wire; header names compare without regard to case. */
public record RecordedRequest(
    String method, String path, String query, Map<String, List<String>> headers, String body) {

  /** Reads all of a request. */
  public static RecordedRequest of(HttpExchange http) throws IOException {
    Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    http.getRequestHeaders().forEach((name, values) -> headers.put(name, List.copyOf(values)));
    String body = new String(http.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    return new RecordedRequest(
        http.getRequestMethod(),
        http.getRequestURI().getRawPath(),
        http.getRequestURI().getRawQuery(),
        headers,
        body);
  }

  /** The first value of a header. */
  public Optional<String> header(String name) {
    return headers.getOrDefault(name, List.of()).stream().findFirst();
  }

  @Override
  public String toString() {
    return method + " " + path + (query == null ? "" : "?" + query);
  }
}
