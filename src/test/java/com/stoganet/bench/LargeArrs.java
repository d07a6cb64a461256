package com.stoganet.bench;

import com.stoganet.bench.Http.Answer;
import com.stoganet.sandbox.arr.Hashes;
import com.stoganet.sandbox.arr.LargeArr;
import com.stoganet.sandbox.arr.MovieFacts;
import com.stoganet.sandbox.arr.SandboxArr;
import com.stoganet.sandbox.arr.SandboxRadarr;
import com.stoganet.sandbox.arr.SandboxSonarr;
import com.stoganet.sandbox.arr.SeriesFacts;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** A Radarr with 10,000 movies, a Sonarr with 500 series, and 5,000 rows in the queue of each. */
record LargeArrs(SandboxRadarr radarr, SandboxSonarr sonarr) implements AutoCloseable {
  static final int MOVIES = Integer.getInteger("bench.movies", 10_000);
  static final int ROWS = Integer.getInteger("bench.rows", 5_000);
  static final int SERIES = Integer.getInteger("bench.series", 500);

  /** In the names of twenty movies and twenty series, and of nothing else. */
  static final String WORD = "Quillfeather";

  /** As many as Radarr and Sonarr answer at most. */
  private static final int FOUND = 20;

  private static final int FIRST_FOUND = 5_000_001;
  private static final int FIRST_HERE = 6_000_001;
  private static final int EPISODES = 10;
  private static final double SIZE = 20e9;

  static LargeArrs start() {
    LargeArrs arrs =
        new LargeArrs(
            SandboxRadarr.start(SandboxArr.Options.defaults()),
            SandboxSonarr.start(SandboxArr.Options.defaults()));
    LargeArr.fill(arrs.radarr, MOVIES, ROWS);
    LargeArr.fill(arrs.sonarr, SERIES, ROWS);
    arrs.addFound();
    return arrs;
  }

  /** Titles to be found: half of them are kept, and half of those are being downloaded. */
  private void addFound() {
    for (int i = 0; i < FOUND; i++) {
      int id = FIRST_FOUND + i;
      radarr.knows(MovieFacts.of(id, WORD + " " + i, 2020).certification("PG"));
      sonarr.knows(series(id, id, WORD + " Street " + i));
      if (i % 2 == 0) {
        radarr.keep(id);
        sonarr.keep(id, 1);
      }
      if (i % 4 == 0) {
        radarr.grab(id, Hashes.of("found movie " + i), SIZE);
        sonarr.grab(id, 1, Hashes.of("found series " + i), SIZE);
      }
    }
  }

  /** Sonarr keeps series of the library, too, and something of each is being downloaded. */
  void keep(List<Integer> seriesOfLibrary) {
    for (int i = 0; i < seriesOfLibrary.size(); i++) {
      int id = FIRST_HERE + i;
      sonarr.knows(series(id, seriesOfLibrary.get(i), "Series of the Library " + i));
      sonarr.keep(id, 1);
      sonarr.hasFiles(id, 1, 1, 2, 3);
      sonarr.grab(id, 1, Hashes.of("series of the library " + i), SIZE, 4, 5, 6);
    }
  }

  private static SeriesFacts series(int tvdb, int tmdb, String name) {
    return SeriesFacts.of(tvdb, name, 2020)
        .tmdbId(tmdb)
        .certification("TV-PG")
        .season(1, LocalDate.of(2020, 1, 4), EPISODES);
  }

  Map<String, String> settings() {
    return Map.of(
        "RADARR_URL", radarr.url().toString(),
        "RADARR_API_KEY", radarr.apiKey(),
        "SONARR_URL", sonarr.url().toString(),
        "SONARR_API_KEY", sonarr.apiKey());
  }

  /** What a search for {@link #WORD} asks of Radarr. */
  Answer lookUpMovies() {
    return get(radarr, "/api/v3/movie/lookup?term=" + WORD);
  }

  /** The same of Sonarr. */
  Answer lookUpSeries() {
    return get(sonarr, "/api/v3/series/lookup?term=" + WORD);
  }

  Answer allMovies() {
    return get(radarr, "/api/v3/movie?excludeLocalCovers=true");
  }

  private static Answer get(SandboxArr arr, String path) {
    return Http.get(arr.url() + path, "X-Api-Key", arr.apiKey());
  }

  /** For an address of the proxy. */
  static String search() {
    return "/search?limit=40&q=" + URLEncoder.encode(WORD, StandardCharsets.UTF_8);
  }

  @Override
  public void close() {
    radarr.close();
    sonarr.close();
  }
}
