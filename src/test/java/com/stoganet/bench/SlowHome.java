package com.stoganet.bench;

import com.stoganet.bench.Http.Answer;
import com.stoganet.sandbox.Behaviour;
import java.time.Duration;

/** The first screen while Jellyfin takes 20 seconds for one kind of request. */
final class SlowHome implements Measurement {
  private static final Duration SLOWNESS = Duration.ofSeconds(20);
  private static final double TARGET = 2;

  private final String slowPath;

  SlowHome(String slowPath) {
    this.slowPath = slowPath;
  }

  @Override
  public void measure(Stage stage, Report report) throws InterruptedException {
    String what = "GET /home while " + slowPath + " takes 20 s";
    stage.restart();
    ProxyUser warm = new ProxyUser(stage, "demo");
    Answer first = warm.get("/home");
    if (first.status() != 200) {
      report.notAvailable(what, "status " + first.status());
      return;
    }
    warm.get("/home");
    ProxyUser cold = new ProxyUser(stage, "admin");
    stage
        .backend()
        .sandbox()
        .behave(Behaviour.slow(SLOWNESS).onlyFor(path -> path.startsWith(slowPath)));
    try {
      report.atMost(what + ", cold user", seconds(cold, report), TARGET, "s");
      report.atMost(what + ", warm user", seconds(warm, report), TARGET, "s");
    } finally {
      stage.backend().sandbox().behave(Behaviour.normal());
    }
  }

  private static double seconds(ProxyUser user, Report report) {
    long begin = System.nanoTime();
    Answer answer = user.get("/home");
    double seconds = (System.nanoTime() - begin) / 1e9;
    if (answer.status() != 200) {
      report.note("GET /home answered " + answer.status() + " after that time");
    }
    return seconds;
  }
}
