package com.stoganet.bench;

import com.stoganet.bench.Http.Answer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What the proxy adds to the first page of the library, at a constant rate. */
final class AddedLatency implements Measurement {
  private static final int PER_SECOND = 100;
  private static final Duration WARM_UP = Duration.ofSeconds(10);

  /** Alternating, so that whatever else the machine does falls on both roads. */
  private static final int TURNS = 3;

  private static final Duration DURATION =
      Duration.ofMillis(Integer.getInteger("bench.seconds", 30) * 1000L / TURNS);
  private static final double MEDIAN_TARGET = 3;
  private static final double TAIL_TARGET = 25;
  private static final String PATH = "/library?limit=40";

  @Override
  public void measure(BenchServer stage, Report report) throws InterruptedException {
    ProxyUser demo = new ProxyUser(stage, "demo", PER_SECOND);
    JellyfinUser jellyfin = new JellyfinUser(stage.backend(), "demo");
    Answer first = demo.get(PATH);
    if (first.status() != 200) {
      report.notAvailable("GET /library?limit=40", "status " + first.status());
      return;
    }
    OpenLoop.run(PER_SECOND, WARM_UP, i -> jellyfin.firstPage().status());
    OpenLoop.run(PER_SECOND, WARM_UP, i -> demo.get(PATH).status());
    List<Latencies> direct = new ArrayList<>();
    List<Latencies> proxied = new ArrayList<>();
    for (int turn = 0; turn < TURNS; turn++) {
      direct.add(OpenLoop.run(PER_SECOND, DURATION, i -> jellyfin.firstPage().status()));
      proxied.add(OpenLoop.run(PER_SECOND, DURATION, i -> demo.get(PATH).status()));
    }
    Latencies past = Latencies.of(direct);
    Latencies through = Latencies.of(proxied);
    report.value("first page at 100/s, Jellyfin itself", past.summary());
    report.value("GET /library?limit=40 at 100/s", through.summary());
    if (through.failures() + past.failures() > 0) {
      report.notAvailable("added by the proxy", "requests failed");
      return;
    }
    report.atMost("added by the proxy, p50", added(through, past, 50), MEDIAN_TARGET, "ms");
    report.value(
        "added by the proxy, p95", String.format(Locale.ROOT, "%.1f ms", added(through, past, 95)));
    report.atMost("added by the proxy, p99", added(through, past, 99), TAIL_TARGET, "ms");
  }

  private static double added(Latencies through, Latencies past, double percent) {
    return through.percentile(percent) - past.percentile(percent);
  }
}
