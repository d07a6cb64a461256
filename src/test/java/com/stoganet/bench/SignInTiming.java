package com.stoganet.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** How long a refusal takes for a name that exists, and for one that does not. */
final class SignInTiming {

  private static final int SAMPLES = 1_000;
  private static final int AT_A_TIME = 8;
  private static final double NANOS_PER_MILLI = 1e6;

  private final String proxy;

  SignInTiming(String proxy) {
    this.proxy = proxy;
  }

  void run() throws Exception {
    System.err.println("bench: " + 2 * SAMPLES + " refusals");
    List<String> names = new ArrayList<>();
    for (int i = 0; i < SAMPLES; i++) {
      names.add("demo");
      names.add("nobody" + i % 10);
    }
    Collections.shuffle(names);
    ExecutorService threads = Executors.newFixedThreadPool(AT_A_TIME);
    try {
      List<Future<Long>> times = new ArrayList<>();
      for (int i = 0; i < names.size(); i++) {
        String name = names.get(i);
        String address = "10.9." + (i >> 8) + "." + (i & 255);
        times.add(threads.submit(() -> refused(name, address)));
      }
      long[] known = new long[SAMPLES];
      long[] unknown = new long[SAMPLES];
      int first = 0;
      int second = 0;
      for (int i = 0; i < names.size(); i++) {
        if (names.get(i).equals("demo")) {
          known[first++] = times.get(i).get();
        } else {
          unknown[second++] = times.get(i).get();
        }
      }
      System.out.println("| refused, a name that exists | " + summary(known) + " |");
      System.out.println("| refused, a name that does not | " + summary(unknown) + " |");
    } finally {
      threads.shutdown();
    }
  }

  private long refused(String name, String address) throws IOException {
    try (JsonConnection connection = new JsonConnection(proxy)) {
      String body = "{\"username\":\"" + name + "\",\"password\":\"wrong\"}";
      long start = System.nanoTime();
      JsonConnection.Answer answer = connection.post("/auth/login", body, address);
      long took = System.nanoTime() - start;
      if (answer.status() != 401) {
        throw new IllegalStateException("status " + answer.status());
      }
      return took;
    }
  }

  private static String summary(long[] nanos) {
    Arrays.sort(nanos);
    return String.format(
        Locale.ROOT,
        "min %.1f, p5 %.1f, p50 %.1f, p95 %.1f, max %.1f ms",
        nanos[0] / NANOS_PER_MILLI,
        nanos[SAMPLES / 20] / NANOS_PER_MILLI,
        nanos[SAMPLES / 2] / NANOS_PER_MILLI,
        nanos[SAMPLES * 19 / 20] / NANOS_PER_MILLI,
        nanos[SAMPLES - 1] / NANOS_PER_MILLI);
  }
}
