package com.stoganet.proxy.clients.arr;

import com.stoganet.proxy.acquisition.QueueItem;
import jakarta.json.JsonObject;
import java.time.Clock;
import java.util.List;

/**
 * Finds monitored episodes that Sonarr has not searched for: an administrator may have added the
 * series without a search, and new releases alone may never bring an old episode.
 */
final class NeglectedEpisodes {

  private final Sonarr sonarr;
  private final Clock clock;
  private final RecentSearch searched;

  NeglectedEpisodes(Sonarr sonarr, Clock clock) {
    this.sonarr = sonarr;
    this.clock = clock;
    this.searched = new RecentSearch(clock);
  }

  /** Whether an episode has aired, and Sonarr neither searched for it nor downloads it. */
  boolean is(int series, EpisodeItem episode) {
    return missing(episode)
        && !searched.is(episode.lastSearchTime)
        && queue(series, episode.seasonNumber).stream()
            .noneMatch(row -> row.episode() == episode.episodeNumber);
  }

  /**
   * Whether episodes of a monitored season are missing, and Sonarr neither searched for any of them
   * nor downloads all of them.
   *
   * @param season as Sonarr writes it
   */
  boolean is(int series, JsonObject season, List<EpisodeItem> all) {
    int number = season.getInt("seasonNumber", -1);
    List<EpisodeItem> episodes =
        all.stream().filter(episode -> episode.seasonNumber == number).toList();
    long missing = Math.max(counted(season), episodes.stream().filter(this::missing).count());
    return missing > 0
        && episodes.stream().noneMatch(episode -> searched.is(episode.lastSearchTime))
        && queue(series, number).stream().map(QueueItem::episode).distinct().count() < missing;
  }

  /** The missing episodes in Sonarr's own count: monitored and aired, but without a file. */
  private static int counted(JsonObject season) {
    return season.get("statistics") instanceof JsonObject counts
        ? counts.getInt("episodeCount", 0) - counts.getInt("episodeFileCount", 0)
        : 0;
  }

  private boolean missing(EpisodeItem episode) {
    return Absent.truth(episode.monitored)
        && !Absent.truth(episode.hasFile)
        && ArrDates.instant(episode.airDateUtc).filter(clock.instant()::isAfter).isPresent();
  }

  private List<QueueItem> queue(int series, int season) {
    return sonarr.queue().stream()
        .filter(row -> row.title() == series && row.season() == season)
        .toList();
  }
}
