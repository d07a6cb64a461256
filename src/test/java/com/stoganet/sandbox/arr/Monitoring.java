package com.stoganet.sandbox.arr;

import com.stoganet.sandbox.Body;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/** Which seasons and episodes of a new series are monitored, by Sonarr's many rules. */
final class Monitoring {
  private static final long RECENT = 90L * 86_400;

  private final StoredSeries series;
  private final Instant now;

  Monitoring(StoredSeries series, Instant now) {
    this.series = series;
    this.now = now;
  }

  /**
   * Sonarr: with one of the many ways to monitor, the flags of the seasons that were sent are
   * overwritten; without any, they are what counts.
   */
  void apply(List<Body> sent, Body options) {
    seasons(sent);
    String way = options.text("monitor").orElse("unknown");
    if (!Set.of("unknown", "skip").contains(way)) {
      episodes(way);
      seasonsAfter(way);
      return;
    }
    boolean skipsMissing = options.flag("ignoreEpisodesWithoutFiles").orElse(false);
    boolean skipsPresent = options.flag("ignoreEpisodesWithFiles").orElse(false);
    series.monitor(
        episode ->
            series.seasons.get(episode.facts.season())
                && !(episode.hasFile() ? skipsPresent : skipsMissing));
  }

  /** Sonarr: a season that was not sent is a new one, and new ones are monitored. */
  private void seasons(List<Body> sent) {
    boolean takesNew = series.monitorNewItems.equals("all");
    series.seasons.replaceAll((number, old) -> number > 0 && takesNew);
    for (Body season : sent) {
      int number = season.number("seasonNumber").orElse(-1L).intValue();
      boolean monitored = season.flag("monitored").orElse(false);
      series.seasons.computeIfPresent(number, (key, old) -> monitored);
    }
  }

  private void episodes(String way) {
    int last = series.seasons.isEmpty() ? 0 : series.seasons.lastKey();
    series.monitored &= !way.equals("none");
    series.monitor(
        episode -> {
          int season = episode.facts.season();
          boolean future = episode.facts.airs() == null || !episode.aired(now);
          return switch (way) {
            case "all" -> season > 0;
            case "future" -> season > 0 && future;
            case "missing" -> season > 0 && !episode.hasFile();
            case "existing" -> season > 0 && episode.hasFile();
            case "pilot" -> season == 1 && episode.facts.number() == 1;
            case "firstSeason" -> season == 1;
            case "lastSeason", "latestSeason" -> season > 0 && season == last;
            case "recent" -> season > 0 && (future || recent(episode.facts.airs()));
            case "monitorSpecials" -> season == 0 || series.seasons.get(season);
            case "unmonitorSpecials" -> season > 0 && series.seasons.get(season);
            default -> false;
          };
        });
  }

  private boolean recent(Instant airs) {
    return airs.isAfter(now.minusSeconds(RECENT));
  }

  private void seasonsAfter(String way) {
    int last = series.seasons.isEmpty() ? 0 : series.seasons.lastKey();
    boolean open = Set.of("all", "future").contains(way);
    series.seasons.replaceAll(
        (number, old) -> {
          if (number > 0 && number == last && open) {
            return true;
          }
          boolean any = series.season(number).stream().anyMatch(episode -> episode.monitored);
          return any && !(way.equals("pilot") && number == 1);
        });
  }
}
