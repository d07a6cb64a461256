package com.stoganet.sandbox.qbittorrent;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import java.io.IOException;
import java.net.URI;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/** The routes of /api/v2 that the sandbox has, and what each version makes of them. */
record WebInterface(
    QbittorrentVersion version,
    int port,
    boolean open,
    LoginGuard guard,
    Map<String, SandboxTorrent> torrents) {

  private static final String ROOT = "/api/v2/";
  private static final Set<String> READS =
      Set.of("app/version", "app/webapiVersion", "torrents/info");
  private static final String BAN_TEXT =
      "Your IP address has been banned after too many failed authentication attempts.";

  /** qBittorrent: first where the request comes from, then who sends it, then what it wants. */
  void answer(WebRequest request) throws IOException {
    boolean keyed = keyed(request);
    if ((!keyed && crossSite(request)) || otherPort(request)) {
      request.answer(401, "Unauthorized");
      return;
    }
    String path = request.recorded().path();
    String route = path.startsWith(ROOT) ? path.substring(ROOT.length()) : "";
    if (!path.startsWith("/api/")) {
      // qBittorrent 5.2: with any key only the Web API is there.
      boolean bearer =
          request.header("Authorization").filter(h -> h.startsWith("Bearer")).isPresent();
      boolean hidden = version.hasApiKey() && bearer;
      request.answer(hidden ? 404 : 200, hidden ? "Not Found" : "<html>qBittorrent WebUI</html>");
    } else if (route.equals("auth/login") && !keyed) {
      logIn(request);
    } else if (route.startsWith("auth/") || !(open || keyed || inSession(request))) {
      request.answer(403, "Forbidden");
    } else {
      admitted(route, request);
    }
  }

  private void logIn(WebRequest request) throws IOException {
    if (!request.recorded().method().equals("POST")) {
      request.answer(405, "Method Not Allowed");
      return;
    }
    if (open || inSession(request)) {
      // As seen: then not even the password is looked at.
      welcome(request);
      return;
    }
    Map<String, String> form = request.form();
    switch (guard.judge(form.get("username"), form.get("password"))) {
      case WELCOME -> {
        request.setCookie(
            version.cookieName(port) + "=" + guard.begin() + version.cookieAttributes());
        welcome(request);
      }
      case REFUSED ->
          request.answer(
              version.wordless() ? 401 : 200, version.wordless() ? "Unauthorized" : "Fails.");
      case BANNED -> request.answer(403, BAN_TEXT);
    }
  }

  private void welcome(WebRequest request) throws IOException {
    request.answer(version.wordless() ? 204 : 200, version.wordless() ? "" : "Ok.");
  }

  private void admitted(String route, WebRequest request) throws IOException {
    boolean stops = route.equals("torrents/" + version.stopVerb());
    boolean starts = route.equals("torrents/" + version.startVerb());
    if ((stops || starts) && !request.recorded().method().equals("POST")) {
      request.answer(405, "Method Not Allowed");
    } else if (stops) {
      change(request, torrent -> torrent.resting(version.stoppedState(torrent.complete())));
    } else if (starts) {
      change(request, torrent -> torrent.resting(torrent.complete() ? "stalledUP" : "stalledDL"));
    } else if (READS.contains(route)) {
      read(route, request);
    } else {
      request.answer(404, "Not Found");
    }
  }

  private void read(String route, WebRequest request) throws IOException {
    switch (route) {
      case "app/version" -> request.answer(200, version.number());
      case "app/webapiVersion" -> request.answer(200, version.webapi());
      default -> {
        JsonArrayBuilder list = Json.createArrayBuilder();
        torrents.values().forEach(torrent -> list.add(torrent.json()));
        request.json(list.build().toString());
      }
    }
  }

  /** qBittorrent: hashes that it does not know are no mistake. */
  private void change(WebRequest request, UnaryOperator<SandboxTorrent> change) throws IOException {
    Arrays.stream(request.form().getOrDefault("hashes", "").split("\\|", -1))
        .map(hash -> hash.toLowerCase(Locale.ROOT))
        .forEach(hash -> torrents.computeIfPresent(hash, (key, old) -> change.apply(old)));
    request.answer(200, "");
  }

  private boolean keyed(WebRequest request) {
    return version.hasApiKey()
        && request
            .header("Authorization")
            .equals(Optional.of("Bearer " + SandboxQbittorrent.API_KEY));
  }

  private boolean inSession(WebRequest request) {
    return request.cookie(version.cookieName(port)).filter(guard::knows).isPresent();
  }

  private static boolean crossSite(WebRequest request) {
    String host = request.header("Host").orElse("");
    return request
        .header("Origin")
        .or(() -> request.header("Referer"))
        .filter(source -> !host.equals(URI.create(source).getAuthority()))
        .isPresent();
  }

  /** qBittorrent looks at the port only, as long as it is not told which domains to serve. */
  private boolean otherPort(WebRequest request) {
    return !request.header("Host").orElse("").endsWith(":" + port);
  }
}
