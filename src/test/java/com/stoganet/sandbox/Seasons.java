package com.stoganet.sandbox;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Which seasons a series has for Jellyfin, and which episodes it lists in each. */
final class Seasons {

  private Seasons() {}

  /** The folders that a series consists of: of one show in two places Jellyfin 12 makes one. */
  static List<Item> folders(ServerState server, Item series) {
    return server.library.sameSeries(series, server.v12());
  }

  /**
   * The specials come first, and what has no number last. Jellyfin 12: one season of each number,
   * of all folders of the series, also of those in libraries that the user may not see.
   */
  static List<Item> of(ServerState server, Item series) {
    Map<Object, Item> seasons = new LinkedHashMap<>();
    folders(server, series).stream()
        .flatMap(folder -> server.library.children(folder).stream())
        .forEach(
            season ->
                seasons.putIfAbsent(season.index().<Object>map(n -> n).orElse(season), season));
    return seasons.values().stream()
        .sorted(Comparator.comparing(season -> season.index().orElse(Integer.MAX_VALUE)))
        .toList();
  }

  /** All episodes of a series in the order of airing; missing ones, too. */
  static List<Item> allEpisodes(ServerState server, Item series) {
    List<Item> folders = folders(server, series);
    return folders.size() == 1
        ? files(server, series.id())
        : folders.stream()
            .flatMap(folder -> files(server, folder.id()).stream())
            .sorted(LibraryIndex.AIRED)
            .toList();
  }

  /** Jellyfin before 12: two files of an episode are two episodes of one number. */
  private static List<Item> files(ServerState server, String folder) {
    return server.v12()
        ? server.library.episodes(folder)
        : server.library.episodesAndVersions(folder);
  }

  /**
   * Jellyfin: a season holds what has its number, whatever folder it lies in, the specials that air
   * within it, and what lies in its folder; one without a folder or number holds what has no
   * number.
   */
  static List<Item> episodes(ServerState server, Item season) {
    return server
        .library
        .find(season.seriesId())
        .map(
            series ->
                allEpisodes(server, series).stream().filter(each -> holds(season, each)).toList())
        .orElse(List.of());
  }

  private static boolean holds(Item season, Item episode) {
    boolean sameNumber = season.index().isPresent() && season.index().equals(episode.airedSeason());
    boolean unknown =
        season.missing() && season.index().isEmpty() && episode.airedSeason().isEmpty();
    return sameNumber || unknown || Objects.equals(season.id(), episode.seasonId());
  }
}
