package com.stoganet.sandbox.arr;

import com.stoganet.sandbox.Body;
import com.stoganet.sandbox.Dto;
import com.stoganet.sandbox.Refusal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/** What both programs tell about themselves, and the commands that they take. */
final class SystemEndpoints {
  private final ArrState state;
  private final Map<String, Known> known = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

  /** A command by its own spelling, and what it does. */
  private record Known(String name, Consumer<Body> effect) {}

  SystemEndpoints(ArrState state) {
    this.state = state;
    command("RefreshMonitoredDownloads", body -> {});
    command("RssSync", body -> {});
  }

  /** Both: the name of the class without "Command", in any case. */
  void command(String name, Consumer<Body> effect) {
    known.put(name, new Known(name, effect));
  }

  void add(ArrRoutes routes) {
    routes.get("/ping", call -> new Dto().put("status", "OK"));
    routes.get("/api/v3/system/status", call -> status());
    routes.get(
        "/api/v3/qualityprofile", call -> state.profiles.stream().map(this::profile).toList());
    routes.get(
        "/api/v3/rootfolder", call -> state.rootFolders.stream().map(this::rootFolder).toList());
    routes.create("/api/v3/command", this::run);
    routes.get("/api/v3/command/{id}", this::command);
  }

  private Dto status() {
    return new Dto()
        .put("appName", state.program.appName)
        .put("instanceName", state.program.appName)
        .put("version", state.program.version)
        .put("buildTime", "2026-01-04T12:00:00Z")
        .put("isDebug", false)
        .put("isProduction", true)
        .put("isAdmin", false)
        .put("isUserInteractive", false)
        .put("startupPath", "/app/bin")
        .put("appData", "/config")
        .put("osName", "debian")
        .put("osVersion", "12")
        .put("isNetCore", true)
        .put("isLinux", true)
        .put("isOsx", false)
        .put("isWindows", false)
        .put("isDocker", true)
        .put("mode", "console")
        .put("branch", state.program == Program.RADARR ? "master" : "main")
        .put("databaseType", "sqLite")
        .put("databaseVersion", "3.49.2")
        .put("authentication", "forms")
        .put("migrationVersion", 242)
        .put("urlBase", state.urlBase)
        .put("runtimeVersion", "8.0.12")
        .put("runtimeName", "netcore")
        .put("startTime", "2026-02-01T06:00:00Z");
  }

  private Dto profile(String name) {
    Dto item =
        new Dto()
            .put("quality", state.program.quality())
            .put("items", List.of())
            .put("allowed", true);
    Dto profile =
        new Dto()
            .put("name", name)
            .put("upgradeAllowed", false)
            .put("cutoff", 3)
            .put("items", List.of(item))
            .put("minFormatScore", 0)
            .put("cutoffFormatScore", 0)
            .put("minUpgradeFormatScore", 1)
            .put("formatItems", List.of());
    if (state.program == Program.RADARR) {
      profile.put("language", Wire.english());
    }
    return profile.put("id", state.profiles.indexOf(name) + 1);
  }

  private Dto rootFolder(String path) {
    return new Dto()
        .put("path", path)
        .put("accessible", true)
        .put("freeSpace", 3_298_534_883_328L)
        .put("unmappedFolders", List.of())
        .put("id", state.rootFolders.indexOf(path) + 1);
  }

  private Dto run(ArrCall call) {
    Body body = call.body();
    String name = body.text("name").orElse("");
    new Validation()
        .rule(!name.isBlank(), "Name", "'Name' must not be empty.", name, "NotEmptyValidator")
        .orRefuse();
    Known command = known.get(name.toLowerCase(Locale.ROOT).replaceFirst("command$", ""));
    if (command == null) {
      // Both: looked up with Single(), which throws.
      throw ArrErrors.of(
          500, "System.InvalidOperationException", "Sequence contains no matching element");
    }
    command.effect().accept(body);
    return Commands.json(state.commands.add(command.name(), state.now()), false);
  }

  private Dto command(ArrCall call) {
    Commands.Command command = state.commands.get(call.id());
    if (command == null) {
      throw Refusal.problem(404);
    }
    return Commands.json(command, true);
  }
}
