package com.stoganet.bench;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** How long many requests took, and how many of them did not succeed. */
final class Latencies {
  private static final double NANOS_PER_MILLI = 1e6;

  private final long[] sorted;
  private final int failures;

  Latencies(long[] nanos, int failures) {
    this.sorted = nanos.clone();
    Arrays.sort(sorted);
    this.failures = failures;
  }

  /** Those of several runs together. */
  static Latencies of(List<Latencies> runs) {
    long[] nanos = runs.stream().flatMapToLong(run -> Arrays.stream(run.sorted)).toArray();
    return new Latencies(nanos, runs.stream().mapToInt(Latencies::failures).sum());
  }

  /** Milliseconds that so many of a hundred requests took at most. */
  double percentile(double percent) {
    int rank = (int) Math.ceil(percent / 100 * sorted.length);
    return sorted[Math.max(0, rank - 1)] / NANOS_PER_MILLI;
  }

  int failures() {
    return failures;
  }

  String summary() {
    String text =
        String.format(
            Locale.ROOT,
            "p50 %.1f, p95 %.1f, p99 %.1f ms (%d requests)",
            percentile(50),
            percentile(95),
            percentile(99),
            sorted.length);
    return failures == 0 ? text : text + ", " + failures + " FAILED";
  }
}
