package com.stoganet.bench;

import java.lang.management.ManagementFactory;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Measures the built proxy in front of a large library; {@code bench/README.md} says what and how.
 */
public final class LibraryBench {
  private static final int MOVIES = Integer.getInteger("bench.movies", 20_000);
  private static final int SERIES = Integer.getInteger("bench.series", 2_000);
  private static final String MEMORY = "memory";

  private final Report report = new Report();
  private final Set<String> wanted = new TreeSet<>();

  private LibraryBench() {
    Map<String, Measurement> apart = apart();
    Map<String, Measurement> together = together();
    List<String> chosen =
        List.of(System.getProperty("bench.only", "").toLowerCase(Locale.ROOT).split("[, ]+"));
    wanted.addAll(apart.keySet());
    wanted.addAll(together.keySet());
    wanted.add(MEMORY);
    if (!chosen.get(0).isEmpty()) {
      if (!wanted.containsAll(chosen)) {
        throw new IllegalArgumentException("bench.only knows " + String.join(", ", wanted));
      }
      wanted.retainAll(chosen);
    }
  }

  public static void main(String[] arguments) throws InterruptedException {
    LibraryBench bench = new LibraryBench();
    try {
      bench.run();
    } finally {
      bench.report.print();
    }
    // The threads of the HTTP client and of the sandbox would not end by themselves.
    System.exit(0);
  }

  private void run() throws InterruptedException {
    report.note(machine());
    report.progress(MOVIES + " movies, " + SERIES + " series: " + String.join(", ", wanted));
    Map<String, Measurement> apart = apart();
    apart.keySet().retainAll(wanted);
    if (!apart.isEmpty()) {
      try (BenchServer stage = new BenchServer(Backend.apart(MOVIES, SERIES))) {
        measure(apart, stage);
      }
    }
    Map<String, Measurement> together = together();
    together.keySet().retainAll(wanted);
    if (!together.isEmpty()) {
      try (BenchServer stage = new BenchServer(Backend.here(MOVIES, SERIES))) {
        measure(together, stage);
      }
    }
    if (wanted.contains(MEMORY)) {
      report.progress(MEMORY);
      CatalogueMemory.measure(MOVIES, SERIES, report);
    }
  }

  private void measure(Map<String, Measurement> measurements, BenchServer stage)
      throws InterruptedException {
    for (Map.Entry<String, Measurement> each : measurements.entrySet()) {
      report.progress(each.getKey());
      try {
        each.getValue().measure(stage, report);
      } catch (RuntimeException e) {
        // One that cannot be measured must not cost the others.
        report.notAvailable(each.getKey(), String.valueOf(e.getMessage()));
      }
    }
  }

  private static String machine() {
    return String.format(
        Locale.ROOT,
        "%,d movies, %,d series; %d processors, load average %.1f before the start; Java %s",
        MOVIES,
        SERIES,
        Runtime.getRuntime().availableProcessors(),
        ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage(),
        Runtime.version());
  }

  /** These want a Jellyfin whose work does not disturb the clocks. */
  private static Map<String, Measurement> apart() {
    Map<String, Measurement> all = new LinkedHashMap<>();
    all.put("latency", new AddedLatency());
    all.put("home", new WarmHome());
    all.put("search", new SearchLatency());
    all.put("revalidation", new Revalidation());
    all.put("heap", new HeapUnderLoad());
    return all;
  }

  /** These steer the sandbox, or look at what it was asked. */
  private static Map<String, Measurement> together() {
    Map<String, Measurement> all = new LinkedHashMap<>();
    all.put("slow-nextup", new SlowHome("/Shows/NextUp"));
    all.put("slow-latest", new SlowHome("/Items/Latest"));
    all.put("burst", new ColdBurst());
    return all;
  }
}
