package com.stoganet.sandbox;

import java.io.IOException;
import java.util.Locale;

/** The answers of a server that is starting, blocked, failing or misconfigured. */
final class FailureAnswers {
  private static final String HTML = "text/html; charset=utf-8";

  private FailureAnswers() {}

  /** True if the request has been answered. */
  static boolean answer(Call call, Behaviour behaviour) throws IOException {
    switch (behaviour.kind()) {
      case FAILING -> call.text(behaviour.status(), "text/plain", "Error processing request.");
      case STARTING -> starting(call);
      case BOOTING -> booting(call);
      case UNREADY -> loading(call);
      case BLOCKED -> call.empty(503);
      case REFUSING -> call.empty(behaviour.status());
      case REDIRECTING -> redirect(call);
      case SCRIPTED -> behaviour.script().handle(call.http());
      default -> {
        return false;
      }
    }
    return true;
  }

  /** Jellyfin: while the main host loads, only the ping is answered. */
  static boolean stillLoading(Call call) throws IOException {
    if (path(call).equals("/system/ping")) {
      return false;
    }
    loading(call);
    return true;
  }

  private static void loading(Call call) throws IOException {
    call.text(503, HTML, "<html><body>The server is loading, come back soon.</body></html>");
  }

  /** Jellyfin 10.11 and 12: the set-up server has no server yet that could describe itself. */
  private static void starting(Call call) throws IOException {
    switch (path(call)) {
      case "/health" -> call.text(200, "text/plain", "Degraded");
      case "/system/info/public" -> {
        call.header("Retry-After", "005");
        call.empty(503);
      }
      default -> {
        call.header("Retry-After", "005");
        call.text(503, HTML, "<html><body>Migrations are running.</body></html>");
      }
    }
  }

  /** Jellyfin 10.11 and 12: note the camelCase, on a server whose wizard was finished long ago. */
  private static void booting(Call call) throws IOException {
    switch (path(call)) {
      case "/health" -> call.text(503, "text/plain", "Unhealthy");
      case "/system/ping" -> call.json("Jellyfin Server");
      case "/system/info/public" ->
          call.json(
              new Dto()
                  .put("localAddress", "http://" + call.request().header("Host").orElse(""))
                  .put("serverName", SystemEndpoints.SERVER_NAME)
                  .put("version", call.server().version.number())
                  .put("productName", "Jellyfin Server")
                  .put("operatingSystem", "")
                  .put("id", call.server().serverId)
                  .put("startupWizardCompleted", false));
      default -> {
        call.header("Retry-After", "005");
        call.text(503, HTML, "<html><body>The server is starting.</body></html>");
      }
    }
  }

  private static void redirect(Call call) throws IOException {
    if (path(call).startsWith("/jellyfin/web/")) {
      call.text(200, HTML, "<html><body>The web client</body></html>");
    } else {
      call.header("Location", "/jellyfin/web/");
      call.empty(302);
    }
  }

  private static String path(Call call) {
    return call.request().path().toLowerCase(Locale.ROOT);
  }
}
