package com.stoganet.launch.demo;

import com.stoganet.sandbox.Item;
import com.stoganet.sandbox.Library;
import com.stoganet.sandbox.arr.Description;
import com.stoganet.sandbox.arr.SandboxArr;
import com.stoganet.sandbox.arr.SandboxSonarr;
import java.util.List;
import java.util.Optional;

/** Episodes of one season that Sonarr looks for. */
record EpisodeOrder(SandboxSonarr sonarr, int tvdbId, int season, List<Integer> episodes)
    implements Order {

  @Override
  public SandboxArr server() {
    return sonarr;
  }

  @Override
  public String serverName() {
    return "sonarr";
  }

  @Override
  public String name() {
    return sonarr.describe(tvdbId).title() + ", season " + season;
  }

  @Override
  public void grab(String downloadId, double size) {
    int[] numbers = episodes.stream().mapToInt(Integer::intValue).toArray();
    sonarr.grab(tvdbId, season, downloadId, size, numbers);
  }

  @Override
  public void appear(Library library) {
    Description series = sonarr.describe(tvdbId);
    String id = seriesIn(library, series);
    for (int number : episodes) {
      placeholder(library, id, number).ifPresent(item -> library.remove(item.id()));
      library.addEpisode(id, season, number, "Chapter " + number);
    }
  }

  private static String seriesIn(Library library, Description series) {
    Optional<Item> known =
        library.series().stream()
            .filter(item -> item.tmdb().filter(number -> number == series.tmdbId()).isPresent())
            .findFirst();
    return known
        .orElseGet(
            () -> {
              Item item = library.addSeries(series.title(), series.tmdbId());
              library.describe(
                  item.id(),
                  series.year(),
                  series.certification(),
                  series.overview(),
                  series.genres());
              return item;
            })
        .id();
  }

  /** Jellyfin lists some episodes that it has no file of. */
  private Optional<Item> placeholder(Library library, String seriesId, int number) {
    return library.episodes(seriesId).stream()
        .filter(Item::missing)
        .filter(item -> item.parentIndex().orElse(-1) == season)
        .filter(item -> item.index().orElse(-1) == number)
        .findFirst();
  }
}
