package com.stoganet.sandbox;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Finds what a well-behaved client never sends, even where an older server would have accepted it.
 */
final class Violations {
  private static final Pattern OBSOLETE =
      Pattern.compile(
          "/Users/[^/]+/(Items|Views|PlayedItems|FavoriteItems|PlayingItems|Images|"
              + "Suggestions|GroupingOptions)(/.*)?",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern ENCODED =
      Pattern.compile("(?:[A-Za-z0-9._~*!'()+-]|%[0-9A-Fa-f]{2})*");
  private static final Pattern TRAVERSAL =
      Pattern.compile(".*(/\\.{1,2}(/|$)|//|\\\\|%2e|%2f|%5c).*", Pattern.CASE_INSENSITIVE);
  private static final Pattern STREAM =
      Pattern.compile("/Videos/[^/]+/stream(\\.[^/]*)?", Pattern.CASE_INSENSITIVE);

  /** Parameters that other media servers have; Jellyfin ignores them and answers everything. */
  private static final List<String> IMAGINARY = List.of("AnyProviderIdEquals", "SeasonNumber");

  private final List<String> found = new ArrayList<>();

  private Violations() {}

  static List<String> of(RecordedRequest request) {
    Violations violations = new Violations();
    violations.legacyHeaders(request);
    request.headers().getOrDefault("Authorization", List.of()).forEach(violations::authorization);
    violations.query(new Query(request.query()));
    violations.path(request);
    return violations.found;
  }

  private void legacyHeaders(RecordedRequest request) {
    for (String name : request.headers().keySet()) {
      String lower = name.toLowerCase(Locale.ROOT);
      if (lower.startsWith("x-emby-") || lower.equals("x-mediabrowser-token")) {
        found.add("legacy header " + lower);
      }
    }
    if (request.headers().getOrDefault("Authorization", List.of()).size() > 1) {
      found.add("more than one Authorization header");
    }
  }

  private void authorization(String header) {
    String scheme = AuthorizationHeader.scheme(header);
    if (!scheme.equalsIgnoreCase("MediaBrowser")) {
      boolean emby = scheme.equalsIgnoreCase("Emby");
      found.add(emby ? "legacy scheme Emby" : "foreign Authorization scheme " + scheme);
      return;
    }
    for (Map.Entry<String, String> each : AuthorizationHeader.rawParameters(header).entrySet()) {
      if (!ENCODED.matcher(each.getValue()).matches()) {
        found.add(each.getKey() + " is not URL-encoded");
      }
    }
  }

  private void query(Query query) {
    if (query.names().stream().anyMatch(name -> name.equalsIgnoreCase("api_key"))) {
      found.add("legacy parameter api_key");
    }
    if (query.names().stream().anyMatch(name -> name.equalsIgnoreCase("ApiKey"))) {
      found.add("token in the query");
    }
    for (String name : IMAGINARY) {
      if (query.has(name)) {
        found.add(name + " is not a parameter of Jellyfin");
      }
    }
  }

  private void path(RecordedRequest request) {
    if (OBSOLETE.matcher(request.path()).matches()) {
      found.add("obsolete path");
    }
    if (TRAVERSAL.matcher(request.path()).matches()) {
      found.add("path traversal");
    }
    boolean direct = new Query(request.query()).text("static").orElse("").equalsIgnoreCase("true");
    if (STREAM.matcher(request.path()).matches() && !direct) {
      found.add("stream without static=true starts ffmpeg");
    }
  }

  /** Nothing behind such a path may ever be served. */
  static boolean traversal(String path) {
    return TRAVERSAL.matcher(path).matches();
  }
}
