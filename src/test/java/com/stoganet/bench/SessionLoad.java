package com.stoganet.bench;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/**
 * 200 people who sign in at the same time, over and over, while 2,000 refreshes a second are
 * attempted by {@value #DEVICES} devices: more than their limits allow.
 */
final class SessionLoad {

  private static final int PEOPLE = 200;
  private static final int REFRESHERS = 320;
  private static final int DEVICES = 320;
  private static final int REFRESHES_PER_SECOND = 2_000;

  private final List<String> proxies;
  private final Duration time;
  private final AtomicInteger addresses = new AtomicInteger();

  SessionLoad(List<String> proxies, Duration time) {
    this.proxies = proxies;
    this.time = time;
  }

  /** What one of the clients saw. */
  private static final class Seen {
    private final Map<Integer, Integer> statuses = new TreeMap<>();
    private long[] nanos = new long[1024];
    private int count;

    void add(int status, long took) {
      statuses.merge(status, 1, Integer::sum);
      if (status == 200) {
        if (count == nanos.length) {
          nanos = Arrays.copyOf(nanos, 2 * count);
        }
        nanos[count++] = took;
      }
    }
  }

  void run(String name) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(PEOPLE + REFRESHERS);
    try {
      System.err.println("bench: " + name + ": signing " + DEVICES + " devices in");
      List<String> tokens = devices(threads);
      System.err.println("bench: " + name + ": load for " + time.toSeconds() + " s");
      long end = System.nanoTime() + time.toNanos();
      List<Future<Seen>> people = new ArrayList<>();
      for (int i = 0; i < PEOPLE; i++) {
        people.add(threads.submit(() -> signInUntil(end)));
      }
      List<Future<Seen>> refreshers = new ArrayList<>();
      for (int i = 0; i < REFRESHERS; i++) {
        List<String> own =
            new ArrayList<>(
                tokens.subList(i * DEVICES / REFRESHERS, (i + 1) * DEVICES / REFRESHERS));
        refreshers.add(threads.submit(() -> refreshUntil(end, own)));
      }
      report(name + ": sign-ins", people);
      report(name + ": refreshes", refreshers);
    } finally {
      threads.shutdownNow();
    }
  }

  private List<String> devices(ExecutorService threads) throws Exception {
    List<Callable<String>> signIns = new ArrayList<>();
    for (int i = 0; i < DEVICES; i++) {
      signIns.add(this::device);
    }
    List<String> tokens = new ArrayList<>();
    for (Future<String> token : threads.invokeAll(signIns)) {
      tokens.add(token.get());
    }
    return tokens;
  }

  private String device() throws IOException {
    try (JsonConnection connection = new JsonConnection(proxy())) {
      while (true) {
        JsonConnection.Answer answer = signIn(connection);
        if (answer.status() == 200) {
          return answer.text("refresh_token");
        }
        pause(answer);
      }
    }
  }

  private Seen signInUntil(long end) throws IOException {
    Seen seen = new Seen();
    try (JsonConnection connection = new JsonConnection(proxy())) {
      while (System.nanoTime() < end) {
        long start = System.nanoTime();
        JsonConnection.Answer answer = signIn(connection);
        seen.add(answer.status(), System.nanoTime() - start);
        pause(answer);
      }
    }
    return seen;
  }

  private Seen refreshUntil(long end, List<String> tokens) throws IOException {
    Seen seen = new Seen();
    long between = TimeUnit.SECONDS.toNanos(1) * REFRESHERS / REFRESHES_PER_SECOND;
    long next = System.nanoTime() + ThreadLocalRandom.current().nextLong(between);
    try (JsonConnection connection = new JsonConnection(proxy())) {
      for (int turn = 0; System.nanoTime() < end; turn++, next += between) {
        LockSupport.parkNanos(next - System.nanoTime());
        int device = turn % tokens.size();
        String body = "{\"refresh_token\":\"" + tokens.get(device) + "\"}";
        long start = System.nanoTime();
        JsonConnection.Answer answer = connection.post("/auth/refresh", body, "10.255.0.1");
        seen.add(answer.status(), System.nanoTime() - start);
        if (answer.status() == 200) {
          tokens.set(device, answer.text("refresh_token"));
        }
      }
    }
    return seen;
  }

  private JsonConnection.Answer signIn(JsonConnection connection) throws IOException {
    int number = addresses.incrementAndGet();
    String address = "10." + (number >> 16) + "." + (number >> 8 & 255) + "." + (number & 255);
    return connection.post("/auth/login", "{\"username\":\"demo\",\"password\":\"demo\"}", address);
  }

  private String proxy() {
    return proxies.get(ThreadLocalRandom.current().nextInt(proxies.size()));
  }

  private static void pause(JsonConnection.Answer answer) {
    if (answer.status() != 200) {
      LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(Math.max(1, answer.retryAfter())));
    }
  }

  private void report(String name, List<Future<Seen>> clients) throws Exception {
    Map<Integer, Integer> statuses = new TreeMap<>();
    long[] all = new long[0];
    for (Future<Seen> client : clients) {
      Seen seen = client.get();
      seen.statuses.forEach((status, count) -> statuses.merge(status, count, Integer::sum));
      int before = all.length;
      all = Arrays.copyOf(all, before + seen.count);
      System.arraycopy(seen.nanos, 0, all, before, seen.count);
    }
    int attempts = statuses.values().stream().mapToInt(Integer::intValue).sum();
    System.out.println(
        "| "
            + name
            + " | "
            + attempts / time.toSeconds()
            + "/s attempted, by status "
            + statuses
            + " | those that succeeded: "
            + all.length / time.toSeconds()
            + "/s, "
            + new Latencies(all, 0).summary()
            + " |");
  }
}
