package com.stoganet.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * What {@code GET /requests}, which reads the database every time, takes at 100 a second: alone,
 * and while people sign in as fast as they can, which writes.
 */
final class ReadsBesideWrites {

  private static final int READS_PER_SECOND = 100;

  /** Each may ask 25 times a second. */
  private static final int DEVICES = 16;

  private static final int SIGNING_IN = 16;
  private static final String CREDENTIALS = "{\"username\":\"demo\",\"password\":\"demo\"}";

  private final String proxy;
  private final Duration time;
  private final AtomicInteger addresses = new AtomicInteger();

  ReadsBesideWrites(String proxy, Duration time) {
    this.proxy = proxy;
    this.time = time;
  }

  void run() throws Exception {
    List<String> tokens = new ArrayList<>();
    try (JsonConnection connection = new JsonConnection(proxy)) {
      for (int i = 0; i < DEVICES; i++) {
        tokens.add(signIn(connection).text("access_token"));
      }
    }
    reads(tokens, Duration.ofSeconds(10));
    System.out.println("| reads alone | " + reads(tokens, time).summary() + " |");
    AtomicBoolean over = new AtomicBoolean();
    ExecutorService threads = Executors.newFixedThreadPool(SIGNING_IN);
    try {
      List<Future<Integer>> people = new ArrayList<>();
      for (int i = 0; i < SIGNING_IN; i++) {
        people.add(threads.submit(() -> signInUntil(over)));
      }
      Latencies beside = reads(tokens, time);
      over.set(true);
      int signIns = 0;
      for (Future<Integer> each : people) {
        signIns += each.get();
      }
      System.out.println(
          "| reads beside "
              + signIns / time.toSeconds()
              + " sign-ins a second | "
              + beside.summary()
              + " |");
    } finally {
      over.set(true);
      threads.shutdown();
    }
  }

  private Latencies reads(List<String> tokens, Duration duration) throws InterruptedException {
    return OpenLoop.run(
        READS_PER_SECOND,
        duration,
        number ->
            Http.get(
                    proxy + "/requests",
                    "Authorization",
                    "Bearer " + tokens.get(number % tokens.size()))
                .status());
  }

  private int signInUntil(AtomicBoolean over) {
    int count = 0;
    try (JsonConnection connection = new JsonConnection(proxy)) {
      while (!over.get()) {
        if (signIn(connection).status() == 200) {
          count++;
        }
      }
      return count;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private JsonConnection.Answer signIn(JsonConnection connection) throws IOException {
    int number = addresses.incrementAndGet();
    String address = "10." + (number >> 16) + "." + (number >> 8 & 255) + "." + (number & 255);
    return connection.post("/auth/login", CREDENTIALS, address);
  }
}
