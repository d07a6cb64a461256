package com.stoganet.sandbox;

/** What reports of players, and their silence, do to the state of titles. */
final class Watching {
  private final ServerState server;

  Watching(ServerState server) {
    this.server = server;
  }

  /** Jellyfin stops silent players itself, with the position that it has counted to. */
  void stopSilent() {
    server
        .playing
        .silent(server.clock.now())
        .forEach(
            player ->
                moved(
                    player.device().account(),
                    player.item(),
                    player.countedTo(server.clock.now())));
  }

  void moved(Account account, Item item, long ticks) {
    WatchState state =
        server.watched.change(
            account, item.id(), old -> WatchHistory.atPosition(old, ticks, item.runtimeTicks()));
    if (state.played() && state.positionTicks() == 0 && reachesTheEnd(item, ticks)) {
      complete(account, item, false);
    }
  }

  private static boolean reachesTheEnd(Item item, long ticks) {
    return WatchHistory.atPosition(WatchState.NONE, ticks, item.runtimeTicks()).played();
  }

  void ended(Account account, Item item) {
    complete(account, item, true);
  }

  /** Jellyfin 12: a version that was watched to the end makes all versions watched. */
  private void complete(Account account, Item item, boolean counted) {
    for (MediaVersion version : item.versions()) {
      boolean self = version.id().equals(item.id());
      if (self || server.v12()) {
        server.watched.change(
            account,
            version.id(),
            old ->
                old.withPosition(0)
                    .withPlayed(true)
                    .withPlayCount(old.playCount() + (self && counted ? 1 : 0)));
      }
    }
  }
}
