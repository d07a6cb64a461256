package com.stoganet.sandbox.arr;

import com.stoganet.sandbox.Dto;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What the server was told to do; everything is done by the time somebody asks. */
final class Commands {
  /** A command under its number. */
  record Command(int id, String name, Instant queued) {}

  private final List<Command> commands = new ArrayList<>();

  Command add(String name, Instant now) {
    Command command = new Command(commands.size() + 1, name, now);
    commands.add(command);
    return command;
  }

  /** Null when there is none. */
  Command get(int id) {
    return id < 1 || id > commands.size() ? null : commands.get(id - 1);
  }

  static Dto json(Command command, boolean done) {
    Dto body =
        new Dto()
            .put("sendUpdatesToClient", true)
            .put("updateScheduledTask", true)
            .put("requiresDiskAccess", false)
            .put("isExclusive", false)
            .put("isLongRunning", false)
            .put("name", command.name())
            .put("trigger", "manual")
            .put("suppressMessages", false);
    return new Dto()
        .put("name", command.name())
        .put("commandName", command.name().replaceAll("(?<=[a-z])(?=[A-Z])", " "))
        .put("message", done ? "Completed" : null)
        .put("body", body)
        .put("priority", "normal")
        .put("status", done ? "completed" : "queued")
        .put("result", done ? "successful" : "unknown")
        .put("queued", Wire.date(command.queued()))
        .put("started", done ? Wire.date(command.queued()) : null)
        .put("ended", done ? Wire.date(command.queued()) : null)
        .put("duration", done ? "00:00:00.0102456" : null)
        .put("trigger", "manual")
        .put("stateChangeTime", Wire.date(command.queued()))
        .put("sendUpdatesToClient", true)
        .put("updateScheduledTask", true)
        .put("id", command.id());
  }
}
