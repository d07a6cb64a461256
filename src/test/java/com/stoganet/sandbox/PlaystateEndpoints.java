package com.stoganet.sandbox;

import com.stoganet.sandbox.Route.Access;
import java.io.IOException;
import java.util.Optional;
import java.util.function.BiConsumer;

/** What players report: start, progress, stop. Nobody checks whether the user may see the item. */
final class PlaystateEndpoints {
  private final ServerState server;

  PlaystateEndpoints(ServerState server) {
    this.server = server;
  }

  void add(Routes routes) {
    routes.post("/Sessions/Playing", Access.SIGNED_IN, call -> report(call, this::started));
    routes.post(
        "/Sessions/Playing/Progress", Access.SIGNED_IN, call -> report(call, this::progressed));
    routes.post("/Sessions/Playing/Stopped", Access.SIGNED_IN, this::stopped);
    routes.post("/Sessions/Playing/Ping", Access.SIGNED_IN, this::ping);
    routes.post("/Sessions/Capabilities", Access.SIGNED_IN, call -> call.empty(204));
    routes.post("/Sessions/Capabilities/Full", Access.SIGNED_IN, call -> call.empty(204));
  }

  /** One report of a player, resolved to the version that is being played. */
  private record Report(DeviceToken device, Item item, Body body) {
    Account account() {
      return device.account();
    }
  }

  private void report(Call call, BiConsumer<Report, Optional<Long>> action) throws IOException {
    Body body = call.body();
    Optional<Long> position = body.number("PositionTicks");
    Optional<Item> item = body.guid("ItemId").flatMap(id -> played(id, body));
    // Jellyfin: an unknown item and a caller without a user (API key) are silently ignored.
    if (item.isPresent() && call.caller().device() != null) {
      action.accept(new Report(call.caller().device(), item.get(), body), position);
    }
    call.empty(204);
  }

  /** Jellyfin 12 keeps the state of each version apart; before, it belonged to the item. */
  private Optional<Item> played(String itemId, Body body) {
    Optional<Item> item = server.library.find(itemId);
    if (!server.v12()) {
      return item;
    }
    return item.flatMap(
        found ->
            body.text("MediaSourceId")
                .filter(id -> found.versions().stream().anyMatch(v -> v.id().equals(id)))
                .flatMap(server.library::find)
                .or(() -> item));
  }

  /** Jellyfin before 12: a title that begins is no longer watched. */
  private void started(Report report, Optional<Long> position) {
    heard(report, position);
    server.watched.change(
        report.account(),
        report.item().id(),
        state -> {
          WatchState begun = state.started(server.clock.now());
          return server.v12() ? begun : begun.withPlayed(false);
        });
  }

  private void progressed(Report report, Optional<Long> position) {
    heard(report, position);
    position.ifPresent(ticks -> watching().moved(report.account(), report.item(), ticks));
  }

  private void heard(Report report, Optional<Long> position) {
    boolean paused = report.body().flag("IsPaused").orElse(false);
    server.playing.heard(
        new Playing.Player(
            report.device(), report.item(), position.orElse(0L), paused, server.clock.now()));
  }

  private void stopped(Call call) throws IOException {
    if (call.body().number("PositionTicks").orElse(0L) < 0) {
      throw Refusal.exception(400);
    }
    report(call, this::finished);
  }

  private void finished(Report report, Optional<Long> position) {
    server.playing.stopped(report.device().sessionId());
    if (report.body().flag("Failed").orElse(false)) {
      return;
    }
    if (position.isPresent()) {
      watching().moved(report.account(), report.item(), position.get());
    } else {
      // Jellyfin: stopping without a position means that the end was reached.
      watching().ended(report.account(), report.item());
    }
  }

  private Watching watching() {
    return new Watching(server);
  }

  private void ping(Call call) throws IOException {
    if (!call.query().has("playSessionId")) {
      throw Refusal.problem(400);
    }
    call.empty(204);
  }
}
