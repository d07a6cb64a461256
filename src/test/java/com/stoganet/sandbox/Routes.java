package com.stoganet.sandbox;

import com.stoganet.sandbox.Route.Access;
import com.stoganet.sandbox.Route.Action;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** All paths of the API; like ASP.NET, literal segments win over placeholders. */
final class Routes {
  private static final Comparator<Route> LITERAL_FIRST =
      Comparator.comparingInt(route -> route.path().names().size());

  /** A route with the values of its placeholders. */
  record Match(Route route, Map<String, String> values) {}

  private final List<Route> routes = new ArrayList<>();

  void get(String template, Access access, Action to) {
    add("GET", template, access, to);
  }

  void post(String template, Access access, Action to) {
    add("POST", template, access, to);
  }

  void delete(String template, Access access, Action to) {
    add("DELETE", template, access, to);
  }

  /** ASP.NET answers HEAD only where the controller says so. */
  void getAndHead(String template, Access access, Action to) {
    add("GET", template, access, to);
    add("HEAD", template, access, to);
  }

  List<Route> all() {
    return List.copyOf(routes);
  }

  /** Refuses with 404 what no route knows, and with 405 what only other methods know. */
  Match find(String method, String path) {
    if (Violations.traversal(path)) {
      throw Refusal.empty(404);
    }
    boolean known = false;
    for (Route route : routes) {
      Map<String, String> values = route.path().match(path).orElse(null);
      if (values != null && route.method().equals(method)) {
        return new Match(route, values);
      }
      known |= values != null;
    }
    throw Refusal.empty(known ? 405 : 404);
  }

  private void add(String method, String template, Access access, Action to) {
    routes.add(Route.of(method, template, access, to));
    routes.sort(LITERAL_FIRST);
  }
}
