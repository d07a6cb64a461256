package com.stoganet.proxy.clients.arr;

import java.util.List;

/**
 * The part of Radarr's MovieResource that is used.
 *
 * <p>Everything may be absent. In an answer of lookup {@link #hasFile} says nothing, and {@link
 * #id} is there for what is kept already only.
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

  /** Whether it may be looked for, which is not whether there is a file. */
  public Boolean isAvailable;

  public String minimumAvailability;
  public String inCinemas;
  public String digitalRelease;
  public String physicalRelease;
  public String releaseDate;

  /** What the sites think of it; the others count to 100. */
  public static class Ratings {
    public Rating tmdb;
    public Rating imdb;
  }

  /** A movie to be added; Radarr finds the rest by its number. */
  public static class Addition {
    public Integer tmdbId;
    public Integer qualityProfileId;
    public String rootFolderPath;
    public String minimumAvailability;
    public Boolean monitored = true;
    public List<Integer> tags = List.of();
    public AddOptions addOptions = new AddOptions();
  }

  /** What happens once it is added. */
  public static class AddOptions {
    public Boolean searchForMovie = true;
    public String monitor = "movieOnly";
  }

  /** A change of nothing but a flag; a PUT of the movie itself would want everything. */
  public static class Edit {
    public List<Integer> movieIds;
    public Boolean monitored = true;
  }
}
