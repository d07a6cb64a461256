package com.stoganet.bench;

import com.stoganet.bench.Http.Answer;
import jakarta.json.JsonValue;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntUnaryOperator;
import java.util.stream.Collectors;

/** Whole answers with the states of titles in them, over HTTP. */
final class StatusPages {
  private static final Duration WARM_UP = Duration.ofSeconds(10);
  private static final Duration DURATION = Duration.ofSeconds(20);
  private static final int DOWNLOADS = 60;
  private static final int DOWNLOADS_WARM_UP = 20;

  private StatusPages() {}

  /** A search whose results are not in the library; lookups take as long as the stubs do. */
  static void search(BenchServer stage, LargeArrs arrs, Report report) throws InterruptedException {
    ProxyUser demo = new ProxyUser(stage, "demo");
    String path = LargeArrs.search();
    describe(demo, path, report);
    rate("lookup of Radarr alone, 10/s", 10, i -> arrs.lookUpMovies().status(), report);
    rate("lookup of Sonarr alone, 10/s", 10, i -> arrs.lookUpSeries().status(), report);
    rate("GET /search, 40 titles from lookups, 10/s", 10, i -> demo.get(path).status(), report);
  }

  /** A page of series that the library has, and Sonarr is still at work on. */
  static void library(BenchServer stage, LargeArrs arrs, Report report)
      throws InterruptedException {
    ProxyUser demo = new ProxyUser(stage, "demo");
    String path = "/library?type=tv&limit=40";
    describe(demo, path, report);
    rate("GET " + path + ", 20/s", 20, i -> demo.get(path).status(), report);
  }

  /** All downloads, one request after the other. */
  static void downloads(BenchServer stage, LargeArrs arrs, Report report) {
    ProxyUser admin = new ProxyUser(stage, "admin");
    Answer first = admin.get("/downloads");
    if (first.status() != 200) {
      report.notAvailable("GET /downloads", "status " + first.status());
      return;
    }
    long[] nanos = new long[DOWNLOADS];
    int failures = 0;
    for (int i = -DOWNLOADS_WARM_UP; i < DOWNLOADS; i++) {
      long begin = System.nanoTime();
      int status = admin.get("/downloads").status();
      if (i >= 0) {
        nanos[i] = System.nanoTime() - begin;
        failures += status == 200 ? 0 : 1;
      }
    }
    String what =
        String.format(
            Locale.ROOT,
            "GET /downloads, %,d of them, %.1f MB",
            first.json().getJsonArray("downloads").size(),
            first.response().body().length / 1e6);
    report.value(what, new Latencies(nanos, failures).summary());
  }

  private static void rate(String what, int perSecond, IntUnaryOperator request, Report report)
      throws InterruptedException {
    OpenLoop.run(perSecond, WARM_UP, request);
    report.value(what, OpenLoop.run(perSecond, DURATION, request).summary());
  }

  /** What is in a page, so that nobody measures an empty one. */
  private static void describe(ProxyUser user, String path, Report report) {
    Answer answer = user.get(path);
    if (answer.status() != 200) {
      throw new IllegalStateException("status " + answer.status());
    }
    Map<String, Long> stages =
        answer.json().getJsonArray("items").stream()
            .map(JsonValue::asJsonObject)
            .map(item -> item.getJsonObject("status"))
            .map(status -> status.getString("stage") + (status.containsKey("percent") ? " %" : ""))
            .collect(Collectors.groupingBy(stage -> stage, TreeMap::new, Collectors.counting()));
    report.note(path + ": " + stages);
  }
}
