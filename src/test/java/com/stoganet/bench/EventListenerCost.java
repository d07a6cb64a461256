package com.stoganet.bench;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** What it costs the proxy that somebody listens to what is new, when there is nothing new. */
final class EventListenerCost implements AcquisitionMeasurement {
  private static final int SECONDS = Integer.getInteger("bench.listening", 60);
  private static final int SETTLING_SECONDS = 20;
  private static final double TARGET = 5;

  @Override
  public void measure(BenchServer stage, LargeArrs arrs, Report report)
      throws InterruptedException {
    ProxyUser admin = new ProxyUser(stage, "admin");
    report.value("CPU of the proxy without a listener", percent(cpu(stage)));
    try (InputStream events = listen(stage, admin.authorizations().get(0))) {
      AtomicLong bytes = new AtomicLong();
      Thread reader = new Thread(() -> count(events, bytes), "listener");
      reader.setDaemon(true);
      reader.start();
      pass(SETTLING_SECONDS);
      long before = bytes.get();
      double listening = cpu(stage);
      report.atMost("CPU of the proxy while one listens", listening, TARGET, "% of a core");
      report.note("the listener got " + (bytes.get() - before) + " bytes in that time");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Of a core, in percent. */
  private static double cpu(BenchServer stage) {
    double before = stage.figures().cpuSeconds();
    long begin = System.nanoTime();
    pass(SECONDS);
    double seconds = (System.nanoTime() - begin) / 1e9;
    return 100 * (stage.figures().cpuSeconds() - before) / seconds;
  }

  private static void pass(int seconds) {
    await().pollDelay(seconds, TimeUnit.SECONDS).forever().until(() -> true);
  }

  private static String percent(double value) {
    return String.format(Locale.ROOT, "%.1f %% of a core", value);
  }

  private static InputStream listen(BenchServer stage, String authorization)
      throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(stage.url() + "/events"))
            .header("Authorization", authorization)
            .header("Accept", "text/event-stream")
            .build();
    HttpResponse<InputStream> answer =
        HttpClient.newHttpClient().send(request, BodyHandlers.ofInputStream());
    if (answer.statusCode() != 200) {
      throw new IllegalStateException("GET /events: status " + answer.statusCode());
    }
    return answer.body();
  }

  private static void count(InputStream events, AtomicLong bytes) {
    byte[] buffer = new byte[1 << 14];
    try {
      for (int count = events.read(buffer); count >= 0; count = events.read(buffer)) {
        bytes.addAndGet(count);
      }
    } catch (IOException e) {
      // It is closed when enough was heard.
    }
  }
}
