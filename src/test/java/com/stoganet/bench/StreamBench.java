package com.stoganet.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Measures how the built proxy streams beside nginx, HAProxy and Caddy; {@code bench/README.md}
 * says what and how.
 */
public final class StreamBench {
  private final StreamTable table = new StreamTable();

  private StreamBench() {}

  public static void main(String[] arguments) {
    StreamBench bench = new StreamBench();
    int status = 1;
    try {
      Map<String, StreamMeasurement> wanted = wanted();
      bench.describe();
      bench.run(wanted);
      bench.table.print();
      status = 0;
    } catch (IOException | RuntimeException | Error e) {
      bench.table.progress("failed: " + e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      // The threads of the HTTP client would not end by themselves.
      System.exit(status);
    }
  }

  private static Map<String, StreamMeasurement> wanted() {
    Map<String, StreamMeasurement> all = new LinkedHashMap<>();
    // First: what the others leave in memory would count as idle.
    all.put("viewers", new PacedViewers());
    all.put("throughput", new StreamThroughput());
    all.put("first-byte", new FirstByte());
    all.put("ranges", new RangeRate());
    String only = System.getProperty("bench.only", String.join(",", all.keySet()));
    List<String> chosen = List.of(only.toLowerCase(Locale.ROOT).split("[, ]+"));
    if (!all.keySet().containsAll(chosen)) {
      throw new IllegalArgumentException("bench.only knows " + String.join(", ", all.keySet()));
    }
    all.keySet().retainAll(chosen);
    return all;
  }

  private void describe() throws IOException {
    table.note(
        String.format(
            Locale.ROOT,
            "%d processors, load average %.1f before the start",
            Runtime.getRuntime().availableProcessors(),
            ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage()));
    table.note(
        "the proxy on Java " + Runtime.version() + " of " + System.getProperty("java.vendor"));
    table.note(
        String.join(
            "; ",
            InstalledServer.firstLine("nginx", "-v"),
            InstalledServer.firstLine("haproxy", "-v").replaceFirst(" - http.*", ""),
            "Caddy version " + InstalledServer.firstLine("caddy", "version")));
  }

  private void run(Map<String, StreamMeasurement> measurements)
      throws IOException, InterruptedException {
    try (StreamStage stage = new StreamStage()) {
      table.progress("starting the servers and checking their bytes");
      stage.start();
      for (Map.Entry<String, StreamMeasurement> each : measurements.entrySet()) {
        table.progress(each.getKey());
        try {
          each.getValue().measure(stage, table);
        } catch (IOException | RuntimeException e) {
          // One that cannot be measured must not cost the others.
          table.failed(each.getKey(), e);
        }
      }
    }
  }
}
