package com.stoganet.bench;

import com.stoganet.bench.Http.Answer;
import com.stoganet.sandbox.arr.LargeArr;
import java.util.Locale;
import java.util.concurrent.locks.LockSupport;

/** What it takes a proxy that has just been started to know what Radarr and Sonarr have. */
final class FirstReading implements AcquisitionMeasurement {
  private static final String MOVIE = "/library/tmdb:movie:" + LargeArr.FIRST;
  private static final String SERIES = "/library/tmdb:tv:" + LargeArr.FIRST;
  private static final double PATIENCE_SECONDS = 120;
  private static final long BETWEEN_TRIES_NANOS = 50_000_000;

  @Override
  public void measure(BenchServer stage, LargeArrs arrs, Report report) {
    double megabytes = arrs.allMovies().response().body().length / 1e6;
    report.value("all movies, as Radarr sends them", format("%.1f MB", megabytes));
    ProxyUser demo = new ProxyUser(stage, "demo");
    double heap = stage.memory().usedAfterCollection();
    double resident = stage.figures().residentMegabytes();
    double cpu = stage.figures().cpuSeconds();
    report.value(
        "until a movie of Radarr is downloading, after the start", untilKnown(demo, MOVIE));
    report.value("the same for a series of Sonarr, thereafter", untilKnown(demo, SERIES));
    report.value("CPU for both", format("%.1f s", stage.figures().cpuSeconds() - cpu));
    report.value(
        "resident, before and after",
        format("%.0f, %.0f MB", resident, stage.figures().residentMegabytes()));
    report.value(
        "used heap after a collection, before and after",
        format("%.1f, %.1f MiB", heap, stage.memory().usedAfterCollection()));
  }

  private static String untilKnown(ProxyUser user, String path) {
    long begin = System.nanoTime();
    double seconds = 0;
    while (seconds < PATIENCE_SECONDS) {
      Answer answer = user.get(path);
      seconds = (System.nanoTime() - begin) / 1e9;
      String stage =
          answer.status() == 200 ? answer.json().getJsonObject("status").getString("stage") : "";
      if (stage.equals("downloading")) {
        return format("%.1f s", seconds);
      }
      LockSupport.parkNanos(BETWEEN_TRIES_NANOS);
    }
    return "never";
  }

  private static String format(String text, Object... values) {
    return String.format(Locale.ROOT, text, values);
  }
}
