package com.stoganet.sandbox;

import java.util.List;

/** Writes what a user has done with an item; for folders it is summed up from the inside. */
final class WatchJson {
  private final ServerState server;
  private final Account user;

  WatchJson(ServerState server, Account user) {
    this.server = server;
    this.user = user;
  }

  Dto of(Item item) {
    WatchState state = server.watched.of(user, item.id());
    Dto dto = new Dto();
    boolean played = state.played();
    if (item.type().folder()) {
      List<Item> inside = playable(item);
      long unplayed = inside.stream().filter(each -> !played(each)).count();
      played = !inside.isEmpty() && unplayed == 0;
      // Before 12, nothing played is not told as 0 %.
      if (!inside.isEmpty() && (server.v12() || unplayed < inside.size())) {
        dto.put("PlayedPercentage", 100.0 * (inside.size() - unplayed) / inside.size());
      }
      dto.put("UnplayedItemCount", unplayed);
    } else if (state.positionTicks() > 0 && item.runtimeTicks() > 0) {
      dto.put("PlayedPercentage", 100.0 * state.positionTicks() / item.runtimeTicks());
    }
    return dto.put("PlaybackPositionTicks", state.positionTicks())
        .put("PlayCount", state.playCount())
        .put("IsFavorite", state.favorite())
        .put("Likes", state.likes())
        .put("LastPlayedDate", state.lastPlayed())
        .put("Played", played)
        .put("Key", key(item))
        .put("ItemId", server.version == JellyfinVersion.V10_10 ? Guid.EMPTY : item.id());
  }

  /** Jellyfin: what is common to all copies of a title, if it knows such a thing. */
  private static String key(Item item) {
    if (item.seriesId() != null) {
      String series = Guid.dashed(item.seriesId());
      return item.type() == ItemType.SEASON
          ? String.format("%s%03d", series, item.index().orElse(0))
          : String.format(
              "%s%03d%03d", series, item.parentIndex().orElse(0), item.index().orElse(0));
    }
    return item.type() == ItemType.MOVIE && item.tmdb().isPresent()
        ? Integer.toString(item.tmdb().get())
        : Guid.dashed(item.id());
  }

  boolean played(Item item) {
    if (item.type().folder()) {
      List<Item> inside = playable(item);
      return !inside.isEmpty() && inside.stream().allMatch(this::played);
    }
    return server.watched.of(user, item.id()).played();
  }

  /** The movies or episodes in a folder that have a file. */
  List<Item> playable(Item folder) {
    List<Item> inside =
        switch (folder.type()) {
          case SEASON -> Seasons.episodes(server, folder);
          case SERIES -> Seasons.allEpisodes(server, folder);
          default -> server.library.descendants(folder);
        };
    return inside.stream().filter(item -> !item.type().folder() && !item.missing()).toList();
  }
}
