package com.stoganet.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Whether the heap grows under a load that goes on and on; looked at every minute. */
final class HeapUnderLoad implements Measurement {
  private static final int MINUTES = Integer.getInteger("bench.minutes", 10);
  private static final int PER_SECOND = 30;

  @Override
  public void measure(BenchServer stage, Report report) throws InterruptedException {
    ServerMemory memory = stage.memory();
    MixedLoad load = new MixedLoad(stage, PER_SECOND);
    List<Double> used = new ArrayList<>();
    int failures = 0;
    report.progress("heap under load, " + MINUTES + " minutes");
    used.add(memory.usedAfterCollection());
    for (int minute = 1; minute <= MINUTES; minute++) {
      Latencies latencies = OpenLoop.run(PER_SECOND, Duration.ofMinutes(1), load::send);
      failures += latencies.failures();
      used.add(memory.usedAfterCollection());
      report.progress(
          String.format(
              Locale.ROOT,
              "minute %d: %.1f MiB, %s",
              minute,
              used.get(minute),
              latencies.summary()));
    }
    String series =
        used.stream()
            .map(value -> String.format(Locale.ROOT, "%.1f", value))
            .collect(Collectors.joining(", "));
    report.value("used heap after a collection, MiB, every minute", series);
    // The first minutes fill caches that are meant to be filled.
    int from = used.size() / 3;
    report.value(
        "slope of it, after the first third",
        String.format(Locale.ROOT, "%+.2f MiB/min", slope(used.subList(from, used.size()))));
    report.value("failed requests under that load (30/s)", Integer.toString(failures));
  }

  /** Of the straight line that fits best. */
  private static double slope(List<Double> values) {
    double middle = (values.size() - 1) / 2.0;
    double mean = values.stream().mapToDouble(Double::doubleValue).average().orElse(0);
    double above = 0;
    double below = 0;
    for (int i = 0; i < values.size(); i++) {
      above += (i - middle) * (values.get(i) - mean);
      below += (i - middle) * (i - middle);
    }
    return below == 0 ? 0 : above / below;
  }
}
