package com.stoganet.bench;

import com.stoganet.bench.Http.Answer;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.lang.management.ManagementFactory;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Measures what a large Radarr and Sonarr cost; {@code bench/README.md} says what and how. */
public final class AcquisitionBench {
  private static final int LIBRARY_MOVIES = 2_000;
  private static final int LIBRARY_SERIES = 200;
  private static final String STATES = "states";

  private final Report report = new Report();
  private final List<String> wanted =
      List.of(
          System.getProperty("bench.only", STATES + "," + String.join(",", measurements().keySet()))
              .toLowerCase(Locale.ROOT)
              .split("[, ]+"));

  private AcquisitionBench() {}

  public static void main(String[] arguments) throws InterruptedException {
    AcquisitionBench bench = new AcquisitionBench();
    try {
      bench.run();
    } finally {
      bench.report.print();
    }
    // The threads of the HTTP client and of the sandboxes would not end by themselves.
    System.exit(0);
  }

  private void run() throws InterruptedException {
    report.note(machine());
    Map<String, AcquisitionMeasurement> chosen = measurements();
    chosen.keySet().retainAll(wanted);
    try (LargeArrs arrs = LargeArrs.start()) {
      if (wanted.contains(STATES)) {
        report.progress(STATES);
        StatusOfPage.measure(arrs, report);
      }
      if (!chosen.isEmpty()) {
        measure(chosen, arrs);
      }
    }
  }

  private void measure(Map<String, AcquisitionMeasurement> measurements, LargeArrs arrs)
      throws InterruptedException {
    Backend jellyfin = Backend.apart(LIBRARY_MOVIES, LIBRARY_SERIES);
    arrs.keep(series(jellyfin));
    try (BenchServer stage = new BenchServer(jellyfin, arrs.settings())) {
      for (Map.Entry<String, AcquisitionMeasurement> each : measurements.entrySet()) {
        report.progress(each.getKey());
        try {
          each.getValue().measure(stage, arrs, report);
        } catch (RuntimeException e) {
          // One that cannot be measured must not cost the others.
          report.notAvailable(each.getKey(), String.valueOf(e.getMessage()));
        }
      }
    }
  }

  /** The series of the library by their numbers at TMDB. */
  private static List<Integer> series(Backend jellyfin) {
    Answer all =
        new JellyfinUser(jellyfin, "demo")
            .get("/Items?recursive=true&includeItemTypes=Series&fields=ProviderIds");
    return all.json().getJsonArray("Items").stream()
        .map(JsonValue::asJsonObject)
        .map(item -> item.getJsonObject("ProviderIds"))
        .map((JsonObject ids) -> ids == null ? "" : ids.getString("Tmdb", ""))
        .filter(id -> id.matches("[0-9]+"))
        .map(Integer::valueOf)
        .distinct()
        .toList();
  }

  private static String machine() {
    return String.format(
        Locale.ROOT,
        "%,d movies and %,d series beyond the library, %,d rows in either queue; %d processors,"
            + " load average %.1f before the start; Java %s",
        LargeArrs.MOVIES,
        LargeArrs.SERIES,
        LargeArrs.ROWS,
        Runtime.getRuntime().availableProcessors(),
        ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage(),
        Runtime.version());
  }

  /** The first of them needs a proxy that has just been started. */
  private static Map<String, AcquisitionMeasurement> measurements() {
    Map<String, AcquisitionMeasurement> all = new LinkedHashMap<>();
    all.put("first", new FirstReading());
    all.put("search", StatusPages::search);
    all.put("library", StatusPages::library);
    all.put("downloads", StatusPages::downloads);
    all.put("watch", new EventListenerCost());
    return all;
  }
}
