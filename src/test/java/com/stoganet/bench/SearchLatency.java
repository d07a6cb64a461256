package com.stoganet.bench;

import com.stoganet.bench.Http.Answer;
import java.time.Duration;
import java.util.List;

/** How long a search takes. */
final class SearchLatency implements Measurement {
  private static final int PER_SECOND = 20;
  private static final Duration WARM_UP = Duration.ofSeconds(10);
  private static final Duration DURATION = Duration.ofSeconds(30);
  private static final double TARGET = 30;

  @Override
  public void measure(BenchServer stage, Report report) throws InterruptedException {
    ProxyUser demo = new ProxyUser(stage, "demo");
    List<String> queries = SearchQueries.of(new JellyfinUser(stage.backend(), "demo"));
    Answer first = demo.get(queries.get(0));
    if (first.status() != 200) {
      report.notAvailable("GET /search", "status " + first.status());
      return;
    }
    OpenLoop.run(PER_SECOND, WARM_UP, i -> ask(demo, queries, i));
    Latencies search = OpenLoop.run(PER_SECOND, DURATION, i -> ask(demo, queries, i));
    String what = "GET /search, " + queries.size() + " different ones, 20/s";
    report.value(what, search.summary());
    report.atMost("GET /search", search, 95, TARGET);
  }

  private static int ask(ProxyUser user, List<String> queries, int number) {
    return user.get(queries.get(number % queries.size())).status();
  }
}
