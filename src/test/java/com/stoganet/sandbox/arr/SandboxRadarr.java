package com.stoganet.sandbox.arr;

import java.util.List;

/** A Radarr; movies are called by their numbers at TMDB. */
public final class SandboxRadarr extends SandboxArr {
  private static final double USUAL_SIZE = 8_000_000_000.5;

  private final Movies movies;

  private SandboxRadarr(ArrState state, Movies movies) {
    super(state, RadarrRoutes.of(state, movies));
    this.movies = movies;
  }

  public static SandboxRadarr start(Options options) {
    ArrState state = new ArrState(Program.RADARR, options, "/media/movies");
    SandboxRadarr radarr = new SandboxRadarr(state, new Movies(state));
    radarr.open(options.port());
    return radarr;
  }

  /** The metadata service learns of a movie. */
  public void knows(MovieFacts facts) {
    script(() -> movies.known.put(facts.tmdbId, facts));
  }

  /** The administrator adds a movie that is known: monitored, and without a file. */
  public void keep(int tmdbId) {
    script(() -> movies.keep(known(tmdbId), state.rootFolders.get(0)));
  }

  /** The same with a file. */
  public void keepWithFile(int tmdbId) {
    keep(tmdbId);
    script(() -> movies.file(kept(tmdbId), (long) USUAL_SIZE, release(tmdbId)));
  }

  public void monitor(int tmdbId, boolean monitored) {
    script(() -> kept(tmdbId).monitored = monitored);
  }

  /** The administrator deletes it. */
  public void forget(int tmdbId) {
    script(() -> movies.remove(kept(tmdbId)));
  }

  public boolean keeps(int tmdbId) {
    synchronized (state) {
      return movies.withTmdb(tmdbId) != null;
    }
  }

  public boolean monitors(int tmdbId) {
    synchronized (state) {
      return kept(tmdbId).monitored;
    }
  }

  public boolean hasFile(int tmdbId) {
    synchronized (state) {
      return kept(tmdbId).file != null;
    }
  }

  /** The administrator has it looked for. */
  public void search(int tmdbId) {
    script(() -> movies.search(kept(tmdbId)));
  }

  /** Whether it is wanted and out, and there is neither a file nor a release on its way. */
  public boolean misses(int tmdbId) {
    synchronized (state) {
      StoredMovie movie = movies.withTmdb(tmdbId);
      return movie != null
          && movie.monitored
          && movie.available(state.today())
          && movie.file == null
          && state.downloads.rows().stream().noneMatch(row -> row.target().title() == movie.id);
    }
  }

  /** What the metadata service tells of a movie. */
  public Description describe(int tmdbId) {
    synchronized (state) {
      MovieFacts facts = known(tmdbId);
      return new Description(
          tmdbId, facts.title, facts.year, facts.certification, facts.overview, facts.genres);
    }
  }

  /** A release of it is with the download client from now on. */
  public void grab(int tmdbId, String downloadId, double size) {
    script(() -> add(downloadId, release(tmdbId), size, targets(tmdbId)));
  }

  /** A release of it is held back for half an hour. */
  public void delayed(int tmdbId) {
    script(() -> hold(release(tmdbId), USUAL_SIZE, "delay", targets(tmdbId)));
  }

  /** A release of it is held back since the download client does not answer. */
  public void clientAway(int tmdbId) {
    script(() -> hold(release(tmdbId), USUAL_SIZE, "downloadClientUnavailable", targets(tmdbId)));
  }

  @Override
  void arrived(Download download, Download.Target target) {
    StoredMovie movie = movies.get(target.title());
    if (movie != null) {
      movies.file(movie, download.size.longValue(), download.release);
    }
  }

  private List<Download.Target> targets(int tmdbId) {
    return List.of(Download.Target.movie(kept(tmdbId).id));
  }

  private String release(int tmdbId) {
    MovieFacts facts = known(tmdbId);
    return Releases.of(facts.title + " " + facts.year);
  }

  private MovieFacts known(int tmdbId) {
    MovieFacts facts = movies.known.get(tmdbId);
    if (facts == null) {
      throw new IllegalArgumentException("no movie " + tmdbId + " is known");
    }
    return facts;
  }

  private StoredMovie kept(int tmdbId) {
    StoredMovie movie = movies.withTmdb(tmdbId);
    if (movie == null) {
      throw new IllegalArgumentException("movie " + tmdbId + " is not kept");
    }
    return movie;
  }
}
