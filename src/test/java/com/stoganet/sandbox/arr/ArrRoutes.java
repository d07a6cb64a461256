package com.stoganet.sandbox.arr;

import com.stoganet.sandbox.PathTemplate;
import com.stoganet.sandbox.Refusal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** All paths of the API; like ASP.NET, literal segments win over placeholders. */
final class ArrRoutes {
  private static final Comparator<ArrRoute> LITERAL_FIRST =
      Comparator.comparingInt(route -> route.path().names().size());

  /** A route with the values of its placeholders. */
  record Match(ArrRoute route, Map<String, String> values) {}

  private final List<ArrRoute> routes = new ArrayList<>();

  void get(String template, ArrRoute.Action action, String... parameters) {
    add("GET", template, 200, action, parameters);
  }

  /** A POST that makes something. */
  void create(String template, ArrRoute.Action action) {
    add("POST", template, 201, action);
  }

  /** A POST that only does something. */
  void act(String template, ArrRoute.Action action) {
    add("POST", template, 200, action);
  }

  void put(String template, ArrRoute.Action action, String... parameters) {
    add("PUT", template, 202, action, parameters);
  }

  void delete(String template, ArrRoute.Action action, String... parameters) {
    add("DELETE", template, 200, action, parameters);
  }

  List<ArrRoute> all() {
    return List.copyOf(routes);
  }

  /** Refuses with 404 what no route knows, and with 405 what only other methods know. */
  Match find(String method, String path) {
    boolean known = false;
    for (ArrRoute route : routes) {
      Map<String, String> values = route.path().match(path).orElse(null);
      if (values != null && route.method().equals(method)) {
        return new Match(route, values);
      }
      known |= values != null;
    }
    throw Refusal.empty(known ? 405 : 404);
  }

  private void add(
      String method, String template, int status, ArrRoute.Action action, String... parameters) {
    Set<String> names = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
    names.addAll(List.of(parameters));
    routes.add(new ArrRoute(method, PathTemplate.of(template), status, names, action));
    routes.sort(LITERAL_FIRST);
  }
}
