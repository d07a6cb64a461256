package com.stoganet.bench;

import com.stoganet.bench.Http.Answer;
import com.stoganet.sandbox.Behaviour;
import com.stoganet.sandbox.SandboxJellyfin;
import java.time.Duration;
import java.util.Locale;

/** The first screen while Jellyfin takes 20 seconds for one kind of request. */
final class SlowHome implements Measurement {
  private static final Duration SLOWNESS = Duration.ofSeconds(20);
  private static final double TARGET = 2;

  private final String slowPath;

  SlowHome(String slowPath) {
    this.slowPath = slowPath;
  }

  @Override
  public void measure(BenchServer stage, Report report) throws InterruptedException {
    String what = "GET /home while " + slowPath + " takes 20 s";
    stage.restart();
    stage.backend().awaitQuiet();
    ProxyUser warm = new ProxyUser(stage, "demo");
    Answer first = warm.get("/home");
    if (first.status() != 200) {
      report.notAvailable(what, "status " + first.status());
      return;
    }
    warm.get("/home");
    ProxyUser cold = new ProxyUser(stage, "admin");
    SandboxJellyfin sandbox = stage.backend().sandbox();
    sandbox.clearRequests();
    sandbox.behave(Behaviour.slow(SLOWNESS).onlyFor(path -> path.startsWith(slowPath)));
    try {
      ask(cold, what + ", cold user", report);
      if (sandbox.requests().stream().noneMatch(asked -> asked.path().startsWith(slowPath))) {
        report.note("Jellyfin was not asked for " + slowPath + ", so that says nothing");
      }
      ask(warm, what + ", warm user", report);
    } finally {
      sandbox.behave(Behaviour.normal());
    }
  }

  private static void ask(ProxyUser user, String what, Report report) {
    long begin = System.nanoTime();
    Answer answer = user.get("/home");
    double seconds = (System.nanoTime() - begin) / 1e9;
    if (answer.status() == 200) {
      report.atMost(what, seconds, TARGET, "s");
    } else {
      report.notAvailable(
          what, String.format(Locale.ROOT, "status %d after %.1f s", answer.status(), seconds));
    }
  }
}
