package com.stoganet.bench;

import java.util.Locale;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/** What the titles of the library take up in the heap, and how long it takes to read them. */
final class CatalogueMemory {
  private static final double TARGET = 100;
  private static final double STEADY_MIB = 0.5;
  private static final int TRIES = 20;
  private static final long BETWEEN_TRIES_NANOS = 5_000_000_000L;

  private CatalogueMemory() {}

  /** Starts the proxy twice: with the sample titles only, and with so many more. */
  static void measure(int movies, int series, Report report) throws InterruptedException {
    Used few = used(() -> Backend.apart(0, 0));
    Used many = used(() -> Backend.apart(movies, series));
    String what = String.format(Locale.ROOT, "%,d titles", movies + series);
    report.value("used heap with the sample titles", mib(few.heap()));
    report.value("used heap with " + what, mib(many.heap()));
    report.atMost("used heap, difference", many.heap() - few.heap(), TARGET, "MiB");
    report.value("ready with the sample titles", seconds(few.ready()));
    report.value("ready with " + what, seconds(many.ready()));
  }

  private record Used(double heap, double ready) {}

  private static Used used(Supplier<Backend> backend) throws InterruptedException {
    try (BenchServer stage = new BenchServer(backend.get())) {
      // Whatever is read when somebody first asks for it shall be there as well.
      ProxyUser demo = new ProxyUser(stage, "demo");
      demo.get("/library?limit=40");
      demo.get("/search?q=lantern");
      return new Used(settled(stage.memory()), stage.startUp().toMillis() / 1000.0);
    }
  }

  /** What is read in the background may come after the proxy is ready. */
  private static double settled(ServerMemory memory) {
    double before = 0;
    double used = memory.usedAfterCollection();
    for (int i = 0; i < TRIES && Math.abs(used - before) > STEADY_MIB; i++) {
      LockSupport.parkNanos(BETWEEN_TRIES_NANOS);
      before = used;
      used = memory.usedAfterCollection();
    }
    return used;
  }

  private static String mib(double value) {
    return String.format(Locale.ROOT, "%.1f MiB", value);
  }

  private static String seconds(double value) {
    return String.format(Locale.ROOT, "%.1f s", value);
  }
}
