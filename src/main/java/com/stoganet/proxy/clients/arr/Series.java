package com.stoganet.proxy.clients.arr;

import java.util.List;

/**
 * The part of Sonarr's SeriesResource that is used.
 *
 * <p>Everything may be absent. In an answer of lookup the statistics are zero, and {@link #id} is
 * present only for a series that Sonarr already has.
 */
public class Series {
  public Integer id;
  public Integer tvdbId;

  /** 0 when Sonarr does not know it; absent before Sonarr 4.0.5. */
  public Integer tmdbId;

  public String title;
  public Integer year;
  public String overview;
  public String remotePoster;
  public List<Cover> images;
  public String certification;
  public List<String> genres;
  public Integer runtime;
  public Rating ratings;
  public Boolean monitored;
  public Boolean ended;
  public String status;
  public String firstAired;
  public String nextAiring;
  public String previousAiring;
  public List<SeasonItem> seasons;

  /** A season; season 0 holds the specials. */
  public static class SeasonItem {
    public Integer seasonNumber;
    public Boolean monitored;
    public Statistics statistics;

    static SeasonItem of(int number, boolean monitored) {
      SeasonItem season = new SeasonItem();
      season.seasonNumber = number;
      season.monitored = monitored;
      return season;
    }
  }

  /**
   * Counts of episodes. Sonarr's percentages are not used, since they may be 100 for 3 of 28
   * episodes.
   */
  public static class Statistics {
    public Integer episodeFileCount;

    /** Monitored and aired, or with a file. */
    public Integer episodeCount;

    public Integer totalEpisodeCount;
  }

  /** A series to be added; its seasons replace the list that Sonarr would look up. */
  public static class Addition {
    public String title;
    public Integer tvdbId;
    public Integer qualityProfileId;

    /** Sonarr 3 requires one; later versions have only this one. */
    public Integer languageProfileId = 1;

    public String rootFolderPath;
    public Boolean seasonFolder = true;
    public Boolean monitored = true;

    /** Whether Sonarr monitors seasons that are announced later, too: all or none. */
    public String monitorNewItems;

    public List<Integer> tags = List.of();
    public List<SeasonItem> seasons;
    public AddOptions addOptions;
  }

  /**
   * What Sonarr does after it has added the series. There is no "monitor" option, since Sonarr
   * would then ignore the flags of the seasons.
   */
  public static class AddOptions {
    public Boolean ignoreEpisodesWithFiles = true;
    public Boolean searchForMissingEpisodes = true;
  }
}
