package com.stoganet.sandbox;

import com.stoganet.sandbox.Route.Access;
import java.io.IOException;
import java.time.Instant;
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

  private void started(Report report, Optional<Long> position) {
    server.playing.started(report.device().sessionId(), report.item().id());
    server.watched.change(
        report.account(),
        report.item().id(),
        state -> state.started(Instant.now()).withPlayed(false));
  }

  private void progressed(Report report, Optional<Long> position) {
    server.playing.started(report.device().sessionId(), report.item().id());
    position.ifPresent(ticks -> move(report, ticks));
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
      move(report, position.get());
    } else {
      // Jellyfin: stopping without a position means that the end was reached.
      complete(report, true);
    }
  }

  private void move(Report report, long ticks) {
    WatchState state =
        server.watched.change(
            report.account(),
            report.item().id(),
            old -> WatchHistory.atPosition(old, ticks, report.item().runtimeTicks()));
    if (state.played()) {
      complete(report, false);
    }
  }

  /** Jellyfin 12: a version that was watched to the end makes all versions watched. */
  private void complete(Report report, boolean counted) {
    for (MediaVersion version : report.item().versions()) {
      boolean self = version.id().equals(report.item().id());
      if (self || server.v12()) {
        server.watched.change(
            report.account(),
            version.id(),
            old ->
                old.withPosition(0)
                    .withPlayed(true)
                    .withPlayCount(old.playCount() + (self && counted ? 1 : 0)));
      }
    }
  }

  private void ping(Call call) throws IOException {
    if (!call.query().has("playSessionId")) {
      throw Refusal.problem(400);
    }
    call.empty(204);
  }
}
