package com.stoganet.sandbox;

import com.stoganet.sandbox.Route.Access;
import java.io.IOException;

/** What the server says about itself. */
final class SystemEndpoints {
  static final String SERVER_NAME = "Sandbox";

  private final ServerState server;

  SystemEndpoints(ServerState server) {
    this.server = server;
  }

  void add(Routes routes) {
    routes.get("/System/Info/Public", Access.ANYONE, call -> call.json(publicInfo(call)));
    routes.get("/System/Info", Access.SIGNED_IN, this::info);
    routes.get("/System/Ping", Access.ANYONE, call -> call.json("Jellyfin Server"));
    routes.post("/System/Ping", Access.ANYONE, call -> call.json("Jellyfin Server"));
    routes.get("/health", Access.ANYONE, call -> call.text(200, "text/plain", "Healthy"));
  }

  private Dto publicInfo(Call call) {
    return new Dto()
        .put("LocalAddress", "http://" + call.request().header("Host").orElse("127.0.0.1"))
        .put("ServerName", SERVER_NAME)
        .put("Version", server.version.number())
        .put("ProductName", "Jellyfin Server")
        .put("OperatingSystem", "")
        .put("Id", server.serverId)
        .put("StartupWizardCompleted", server.setUp);
  }

  private void info(Call call) throws IOException {
    call.json(
        publicInfo(call)
            .put("HasPendingRestart", false)
            .put("IsShuttingDown", false)
            .put("SupportsLibraryMonitor", true));
  }
}
