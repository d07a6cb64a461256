package com.stoganet.sandbox;

/** Identifiers of the sample titles, named after what makes them interesting in a test. */
public final class Titles {
  public static final String MOVIES_LIBRARY = Guid.of("library/movies");
  public static final String SHOWS_LIBRARY = Guid.of("library/shows");

  /** The library that user {@code kid} must not see. */
  public static final String LATE_NIGHT_LIBRARY = Guid.of("library/late-night");

  public static final String COLLECTIONS_LIBRARY = Guid.of("library/collections");

  /** A second library for everybody, in which a large library has its copies. */
  public static final String SECOND_SHELF_LIBRARY = Guid.of("library/second-shelf");

  /** A plain movie with TMDB id, embedded text and bitmap subtitles; part of a collection. */
  public static final String MOVIE = Guid.of("movie/lanterns-over-vessary");

  public static final int MOVIE_TMDB = 910_001;
  public static final String MOVIE_NAME = "Lanterns over Vessary";

  /** Half watched by {@code demo}; in the same collection as {@link #MOVIE}. */
  public static final String MOVIE_IN_PROGRESS = Guid.of("movie/return-to-vessary");

  public static final int MOVIE_IN_PROGRESS_TMDB = 910_002;

  /** Two files: 1080p (the default) and 2160p. */
  public static final String MOVIE_TWO_VERSIONS = Guid.of("movie/the-cartographers-debt");

  public static final int MOVIE_TWO_VERSIONS_TMDB = 910_003;

  /** Source id of the 2160p file of {@link #MOVIE_TWO_VERSIONS}; not equal to the item's id. */
  public static final String SECOND_VERSION = Guid.of("version/the-cartographers-debt-2160p");

  /** Its file is a {@link SyntheticFile} of 600 MiB. */
  public static final String MOVIE_BIG_FILE = Guid.of("movie/seventeen-quiet-engines");

  public static final int MOVIE_BIG_FILE_TMDB = 910_004;

  /** No provider ids at all. */
  public static final String MOVIE_WITHOUT_TMDB = Guid.of("movie/home-reel-summer");

  /** An external subtitle is stream 0, so the video is stream 1; part of a collection. */
  public static final String MOVIE_EXTERNAL_SUBTITLE = Guid.of("movie/paper-comets");

  public static final int MOVIE_EXTERNAL_SUBTITLE_TMDB = 910_006;

  /** Shares its TMDB number with {@link #SERIES}, in the other number space. */
  public static final String MOVIE_SAME_NUMBER = Guid.of("movie/paper-comets-afterglow");

  /** The number that a movie and a series have in common. */
  public static final int SHARED_TMDB = 910_007;

  /** Watched to the end by {@code demo}. */
  public static final String MOVIE_WATCHED = Guid.of("movie/a-kettle-for-mr-brandt");

  public static final int MOVIE_WATCHED_TMDB = 910_008;

  /** A favourite of {@code demo}. */
  public static final String MOVIE_FAVORITE = Guid.of("movie/saltmarsh-protocol");

  public static final int MOVIE_FAVORITE_TMDB = 910_009;

  /** As long as the sample video really is (40 s), hence too short to be resumed. */
  public static final String MOVIE_SHORT = Guid.of("movie/forty-seconds");

  public static final int MOVIE_SHORT_TMDB = 910_010;

  /** Name and original title beyond ASCII. */
  public static final String MOVIE_NON_ASCII = Guid.of("movie/uebermorgen-in-klein-oed");

  public static final int MOVIE_NON_ASCII_TMDB = 910_011;

  /** In the library that {@code kid} may not see. */
  public static final String MOVIE_HIDDEN_FROM_KID = Guid.of("movie/midnight-on-tallow-street");

  public static final int MOVIE_HIDDEN_FROM_KID_TMDB = 910_012;

  /** Specials, two seasons, a missing and an unaired episode; begun by {@code demo}. */
  public static final String SERIES = Guid.of("series/harbour-nine");

  public static final int SERIES_TMDB = SHARED_TMDB;
  public static final String SERIES_SPECIALS = season("harbour-nine", 0);
  public static final String SERIES_SEASON_1 = season("harbour-nine", 1);
  public static final String SERIES_SEASON_2 = season("harbour-nine", 2);
  public static final String EPISODE_WATCHED = episode("harbour-nine", 1, 1);
  public static final String EPISODE_IN_PROGRESS = episode("harbour-nine", 1, 2);
  public static final String EPISODE = episode("harbour-nine", 1, 3);

  /** Aired, but there is no file: a virtual item. */
  public static final String EPISODE_MISSING = episode("harbour-nine", 1, 4);

  /** Airs in the far future: a virtual item. */
  public static final String EPISODE_UNAIRED = episode("harbour-nine", 2, 4);

  /** Nobody has watched any of it. */
  public static final String SERIES_UNWATCHED = Guid.of("series/the-understudies");

  public static final int SERIES_UNWATCHED_TMDB = 920_002;
  public static final String SERIES_UNWATCHED_FIRST_EPISODE = episode("the-understudies", 1, 1);

  /** {@code demo} has watched all of season 1, so that season 2 comes next. */
  public static final String SERIES_NEXT_UP = Guid.of("series/tideline-archive");

  public static final int SERIES_NEXT_UP_TMDB = 920_003;
  public static final String NEXT_UP_EPISODE = episode("tideline-archive", 2, 1);

  public static final String COLLECTION = Guid.of("collection/vessary");
  public static final String SECOND_COLLECTION = Guid.of("collection/paper-comets");

  private Titles() {}

  static String season(String series, int number) {
    return Guid.of("season/" + series + "/" + number);
  }

  static String episode(String series, int season, int number) {
    return Guid.of("episode/" + series + "/" + season + "/" + number);
  }
}
