package com.stoganet.sandbox.arr;

import com.stoganet.sandbox.InventedText;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Random;

/** Libraries of the size that people have, invented in the same way each time. */
public final class LargeArr {
  /** The first number of its movies at TMDB, and of its series at TVDB. */
  public static final int FIRST = 1_200_001;

  private static final int EPISODES = 10;
  private static final double SIZE = 4_294_967_296.75;

  private LargeArr() {}

  /** Movies, two of three with a file, and rows for those that are being downloaded. */
  public static void fill(SandboxRadarr radarr, int movies, int rows) {
    Random random = new Random(42);
    for (int i = 0; i < movies; i++) {
      MovieFacts facts = MovieFacts.of(FIRST + i, InventedText.name(random), 1960 + i % 65);
      radarr.knows(facts.overview(InventedText.overview(random)).certification("PG-13"));
      if (i % 3 == 0) {
        radarr.keep(FIRST + i);
      } else {
        radarr.keepWithFile(FIRST + i);
      }
    }
    for (int i = 0; i < rows; i++) {
      String download = Hashes.of("large movie " + i);
      radarr.grab(FIRST + i * 3 % movies, download, SIZE);
      radarr.progress(download, SIZE * (i % 100) / 100, Duration.ofSeconds(i));
    }
  }

  /** Series of one season with ten episodes, and season packs for as many rows. */
  public static void fill(SandboxSonarr sonarr, int series, int rows) {
    Random random = new Random(43);
    for (int i = 0; i < series; i++) {
      SeriesFacts facts = SeriesFacts.of(FIRST + i, InventedText.name(random), 1960 + i % 65);
      facts.tmdbId(FIRST + i).overview(InventedText.overview(random)).certification("TV-14");
      sonarr.knows(facts.season(1, LocalDate.of(1960 + i % 65, 1, 4), EPISODES));
      sonarr.keep(FIRST + i, 1);
    }
    for (int i = 0; i < rows / EPISODES; i++) {
      String download = Hashes.of("large series " + i);
      sonarr.grab(FIRST + i % series, 1, download, SIZE);
      sonarr.progress(download, SIZE * (i % 100) / 100, Duration.ofSeconds(i));
    }
  }
}
