package com.stoganet.proxy.clients.arr;

import java.util.List;

/** The part of Sonarr's EpisodeResource that is used; everything may be absent. */
public class EpisodeItem {
  public Integer id;
  public Integer seasonNumber;
  public Integer episodeNumber;
  public String title;

  /** The day of broadcast in the time zone of the broadcaster. */
  public String airDate;

  public String airDateUtc;
  public Boolean hasFile;
  public Boolean monitored;

  /** When Sonarr last searched for it by name; absent when never, and before Sonarr 4. */
  public String lastSearchTime;

  public Series series;

  /** Sets which episodes Sonarr monitors. */
  public static class Edit {
    public List<Integer> episodeIds;
    public Boolean monitored = true;
  }
}
