package com.stoganet.bench;

import com.stoganet.bench.Http.Answer;
import java.time.Duration;

/** The first screen of somebody who has seen it a moment ago. */
final class WarmHome implements Measurement {
  private static final int PER_SECOND = 20;
  private static final Duration WARM_UP = Duration.ofSeconds(10);
  private static final Duration DURATION = Duration.ofSeconds(20);
  private static final double TARGET = 50;

  @Override
  public void measure(BenchServer stage, Report report) throws InterruptedException {
    ProxyUser demo = new ProxyUser(stage, "demo");
    Answer first = demo.get("/home");
    if (first.status() != 200) {
      report.notAvailable("GET /home, warm", "status " + first.status());
      return;
    }
    OpenLoop.run(PER_SECOND, WARM_UP, i -> demo.get("/home").status());
    Latencies home = OpenLoop.run(PER_SECOND, DURATION, i -> demo.get("/home").status());
    report.value("GET /home, warm, 20/s", home.summary());
    report.atMost("GET /home, warm", home, 95, TARGET);
  }
}
