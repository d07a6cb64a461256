package com.stoganet.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.LongAdder;

/** Threads that each ask a server for something over and over, until the time is over. */
final class VideoLoad {
  private static final double RUN_IN_SECONDS = 0.25;
  private static final double BYTES_PER_MB = 1e6;
  private static final double BYTES_PER_GIB = 1L << 30;

  private final Front front;
  private final int threads;
  private final LongAdder count = new LongAdder();
  private final AtomicReference<IOException> failure = new AtomicReference<>();
  private volatile boolean over;

  private VideoLoad(Front front, int threads) {
    this.front = front;
    this.threads = threads;
  }

  /** What a thread does over and over. */
  private interface Turn {
    void take(VideoConnection connection) throws IOException;
  }

  /** What came of it. */
  private record Outcome(long count, double seconds, double cpuSeconds) {}

  /** Megabytes a second, and the server's CPU seconds for a GiB. */
  static double[] wholeFilms(Front front, int streams, int seconds) throws IOException {
    VideoLoad load = new VideoLoad(front, streams);
    byte[] request = front.wholeFilm();
    Outcome outcome =
        load.run(
            seconds,
            connection -> {
              connection.ask(request, 200);
              for (var piece = connection.next(); piece != null; piece = connection.next()) {
                load.count.add(piece.remaining());
              }
            });
    return new double[] {
      outcome.count() / BYTES_PER_MB / outcome.seconds(),
      outcome.cpuSeconds() / (outcome.count() / BYTES_PER_GIB)
    };
  }

  /** Requests a second for ranges at random. */
  static double[] ranges(Front front, int threads, int seconds) throws IOException {
    VideoLoad load = new VideoLoad(front, threads);
    Outcome outcome =
        load.run(
            seconds,
            connection -> {
              connection.ask(RandomRange.request(front, true), 206);
              RandomRange.verify(front, connection.rest());
              load.count.increment();
            });
    return new double[] {outcome.count() / outcome.seconds()};
  }

  private Outcome run(int seconds, Turn turn) throws IOException {
    List<Thread> started = new ArrayList<>();
    List<VideoConnection> connections = new ArrayList<>();
    for (int i = 0; i < threads; i++) {
      VideoConnection connection = new VideoConnection(front);
      connections.add(connection);
      Thread thread = new Thread(() -> repeat(turn, connection), "load-" + i);
      started.add(thread);
      thread.start();
    }
    Rounds.pause(RUN_IN_SECONDS);
    long begin = System.nanoTime();
    long countBefore = count.sum();
    double cpuBefore = front.figures().cpuSeconds();
    Rounds.pause(seconds);
    double cpu = front.figures().cpuSeconds() - cpuBefore;
    long counted = count.sum() - countBefore;
    long took = System.nanoTime() - begin;
    over = true;
    for (VideoConnection connection : connections) {
      connection.close();
    }
    started.forEach(VideoLoad::join);
    if (failure.get() != null) {
      throw failure.get();
    }
    return new Outcome(counted, took / 1e9, cpu);
  }

  private void repeat(Turn turn, VideoConnection connection) {
    try {
      while (!over) {
        turn.take(connection);
      }
    } catch (IOException e) {
      if (!over) {
        failure.compareAndSet(null, e);
      }
    }
  }

  private static void join(Thread thread) {
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
