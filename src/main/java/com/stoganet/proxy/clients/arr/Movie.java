package com.stoganet.proxy.clients.arr;

import java.util.List;

/**
 * The part of Radarr's MovieResource that is used.
 *
 * <p>Everything may be absent. In an answer of lookup {@link #hasFile} has no meaning, and {@link
 * #id} is present only for a movie that Radarr already has.
 */
public class Movie {
  public Integer id;
  public Integer tmdbId;
  public String title;
  public String originalTitle;
  public Integer year;
  public String overview;
  public String remotePoster;
  public List<Cover> images;
  public String certification;
  public List<String> genres;
  public Integer runtime;
  public Ratings ratings;
  public Boolean monitored;
  public Boolean hasFile;

  /**
   * Whether Radarr may search for the movie by its minimum availability; says nothing about a file.
   */
  public Boolean isAvailable;

  /** When Radarr last searched for it by name; absent when never. */
  public String lastSearchTime;

  public String minimumAvailability;
  public String inCinemas;
  public String digitalRelease;
  public String physicalRelease;
  public String releaseDate;

  /** The ratings from 0 to 10; the other sites use a scale to 100. */
  public static class Ratings {
    public Rating tmdb;
    public Rating imdb;
  }

  /** A movie to be added; Radarr looks up the rest by the TMDB number. */
  public static class Addition {
    public Integer tmdbId;
    public Integer qualityProfileId;
    public String rootFolderPath;
    public String minimumAvailability;
    public Boolean monitored = true;
    public List<Integer> tags = List.of();
    public AddOptions addOptions = new AddOptions();
  }

  /** What Radarr does after it has added the movie. */
  public static class AddOptions {
    public Boolean searchForMovie = true;
    public String monitor = "movieOnly";
  }

  /** Changes one flag of a movie; a PUT of the movie itself must contain all its fields. */
  public static class Edit {
    public List<Integer> movieIds;
    public Boolean monitored = true;
  }
}
