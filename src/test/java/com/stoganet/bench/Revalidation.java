package com.stoganet.bench;

import com.stoganet.bench.Http.Answer;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How much cheaper it is to be told that a page is still the same. */
final class Revalidation implements Measurement {
  private static final int ROUNDS = 3;
  private static final Duration DURATION =
      Duration.ofSeconds(Integer.getInteger("bench.round", 15));
  private static final Duration WARM_UP = Duration.ofSeconds(5);
  private static final double TARGET = 3;

  /** More than has ever been measured. */
  private static final int MOST_PER_SECOND = 6_000;

  private static final String PATH = "/library?limit=40";
  private static final String WHAT = "revalidated over full pages";

  @Override
  public void measure(BenchServer stage, Report report) throws InterruptedException {
    ProxyUser demo = new ProxyUser(stage, "demo", MOST_PER_SECOND);
    Answer page = demo.get(PATH, "Accept-Encoding", "gzip");
    Optional<String> etag = page.header("ETag");
    if (page.status() != 200 || etag.isEmpty()) {
      report.notAvailable(WHAT, "status " + page.status() + ", ETag " + etag.orElse("absent"));
      return;
    }
    int again = demo.get(PATH, "Accept-Encoding", "gzip", "If-None-Match", etag.get()).status();
    if (again != 304) {
      report.notAvailable(WHAT, "If-None-Match is answered with " + again);
      return;
    }
    full(stage, demo, WARM_UP);
    same(stage, demo, WARM_UP, etag.get());
    double[] full = new double[ROUNDS];
    double[] same = new double[ROUNDS];
    for (int round = 0; round < ROUNDS; round++) {
      full[round] = full(stage, demo, DURATION);
      same[round] = same(stage, demo, DURATION, etag.get());
    }
    String bytes = page.response().body().length + " bytes";
    report.value("full pages (" + bytes + "), 8 connections", perSecond(median(full)));
    report.value("revalidated pages (304), 8 connections", perSecond(median(same)));
    report.atLeast(WHAT, median(same) / median(full), TARGET, "times");
  }

  private static double full(BenchServer stage, ProxyUser user, Duration duration)
      throws InterruptedException {
    return ClosedLoop.throughput(
        duration, 200, stage.url() + PATH, user.authorizations(), "Accept-Encoding", "gzip");
  }

  private static double same(BenchServer stage, ProxyUser user, Duration duration, String etag)
      throws InterruptedException {
    return ClosedLoop.throughput(
        duration,
        304,
        stage.url() + PATH,
        user.authorizations(),
        "Accept-Encoding",
        "gzip",
        "If-None-Match",
        etag);
  }

  private static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }

  private static String perSecond(double value) {
    return String.format(Locale.ROOT, "%.0f/s", value);
  }
}
