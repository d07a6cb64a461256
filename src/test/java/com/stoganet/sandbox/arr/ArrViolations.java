package com.stoganet.sandbox.arr;

import com.stoganet.sandbox.Query;
import com.stoganet.sandbox.RecordedRequest;
import com.stoganet.sandbox.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Finds what a well-behaved client never sends, even where the server would put up with it. */
final class ArrViolations {
  private static final Set<String> KEYS = Set.of("apikey", "access_token");

  private final ArrRoutes routes;
  private final String urlBase;

  ArrViolations(ArrRoutes routes, String urlBase) {
    this.routes = routes;
    this.urlBase = urlBase;
  }

  List<String> of(RecordedRequest request) {
    List<String> found = new ArrayList<>();
    Query query = new Query(request.query());
    if (query.names().stream().anyMatch(name -> KEYS.contains(name.toLowerCase(Locale.ROOT)))) {
      found.add("key in the query");
    }
    if (request.header("Authorization").isPresent()) {
      found.add("Authorization instead of X-Api-Key");
    }
    if (!request.path().startsWith(urlBase)) {
      found.add("outside of the URL base");
      return found;
    }
    String path = request.path().substring(urlBase.length());
    body(request, path, found);
    route(request.method(), path, query, found);
    return found;
  }

  private void route(String method, String path, Query query, List<String> found) {
    try {
      ArrRoute route = routes.find(method, path).route();
      query.names().stream()
          .filter(name -> !KEYS.contains(name.toLowerCase(Locale.ROOT)))
          .filter(name -> !route.parameters().contains(name))
          .forEach(name -> found.add(name + " is not a parameter of it"));
    } catch (Refusal refusal) {
      found.add(refusal.status() == 405 ? "wrong verb" : "unknown route");
    }
  }

  private static void body(RecordedRequest request, String path, List<String> found) {
    boolean bulk = path.endsWith("/bulk") || path.endsWith("/editor");
    boolean bodiless = request.method().equals("GET") || request.method().equals("DELETE");
    if (bodiless && !bulk && !request.body().isEmpty()) {
      found.add(request.method() + " with a body");
    }
    if (request.method().equals("PUT")
        && path.startsWith("/api/v3/series/")
        && !request.body().contains("\"seasons\"")) {
      found.add("PUT of a series without its seasons");
    }
  }
}
