package com.stoganet.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Some connections that each ask again as soon as they have been answered: the most there is. */
final class ClosedLoop {
  private static final int CONNECTIONS = 8;

  private ClosedLoop() {}

  /**
   * Answers per second, all of which must have had the expected status.
   *
   * @param authorizations used in turn on every connection; empty for none
   */
  static double throughput(
      Duration duration, int expected, String url, List<String> authorizations, String... headers)
      throws InterruptedException {
    ExecutorService threads = Executors.newFixedThreadPool(CONNECTIONS);
    try {
      long begin = System.nanoTime();
      long end = begin + duration.toNanos();
      List<Future<Long>> counts = new ArrayList<>();
      for (int i = 0; i < CONNECTIONS; i++) {
        counts.add(threads.submit(() -> askUntil(end, expected, url, authorizations, headers)));
      }
      long answers = 0;
      for (Future<Long> count : counts) {
        answers += count.get();
      }
      return answers * 1e9 / (System.nanoTime() - begin);
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause().getMessage(), e);
    } finally {
      threads.shutdownNow();
    }
  }

  private static long askUntil(
      long end, int expected, String url, List<String> authorizations, String... headers) {
    try (KeepAlive connection = new KeepAlive(url, authorizations, headers)) {
      long answers = 0;
      while (System.nanoTime() < end) {
        int status = connection.ask();
        if (status != expected) {
          throw new IllegalStateException("status " + status + " instead of " + expected);
        }
        answers++;
      }
      return answers;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
