package com.stoganet.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.LongStream;

/** Very many who watch at the pace of a film: does each get what it needs, and at what cost. */
final class PacedViewers implements StreamMeasurement {
  private static final int VIEWERS = Integer.getInteger("bench.viewers", 1_000);
  private static final int SECONDS = Integer.getInteger("bench.viewing", 60);
  private static final int TICKS_PER_SECOND = 10;
  private static final int SHARE = 20_000;
  private static final int NEW_PER_TICK = 10;
  private static final int BUFFER_BYTES = 32 * 1024;

  private static final int WARM_UP_STREAMS = 4;
  private static final int WARM_UP_SECONDS = 2;
  private static final int IDLE_SECONDS = 3;
  private static final double SAMPLE_SECONDS = 0.25;

  private static final int MOST_THREADS = 64;
  private static final double MOST_MEGABYTES = 256;
  private static final double LEAST_SHARE = 0.8;
  private static final double BYTES_PER_KB = 1e3;

  @Override
  public void measure(StreamStage stage, StreamTable table) throws IOException {
    Front proxy = stage.proxy();
    VideoLoad.wholeFilms(proxy, WARM_UP_STREAMS, WARM_UP_SECONDS);
    Rounds.pause(IDLE_SECONDS);
    int idleThreads = proxy.figures().threads();
    double idleMegabytes = proxy.figures().residentMegabytes();
    CompletableFuture<long[]> watching = new CompletableFuture<>();
    Thread client = new Thread(() -> complete(watching, proxy), "viewers");
    client.start();
    int threads = 0;
    double megabytes = 0;
    while (!watching.isDone()) {
      threads = Math.max(threads, proxy.figures().threads());
      megabytes = Math.max(megabytes, proxy.figures().residentMegabytes());
      Rounds.pause(SAMPLE_SECONDS);
    }
    long[] received = received(watching);
    double slowest = LongStream.of(received).min().orElse(0);
    double mean = LongStream.of(received).average().orElse(0);
    String who = VIEWERS + " viewers, ";
    double seconds = (double) measuredTicks() / TICKS_PER_SECOND;
    table.values(
        who + "kB/s, mean (of " + SHARE * TICKS_PER_SECOND / (int) BYTES_PER_KB + ")",
        new double[] {mean / BYTES_PER_KB / seconds});
    table.values(
        who + "slowest / mean",
        new double[] {slowest / mean},
        ">= 0.8",
        slowest >= LEAST_SHARE * mean);
    table.values(who + "threads when idle", new double[] {idleThreads});
    table.values(
        who + "threads beyond idle",
        new double[] {threads - idleThreads},
        "< 64",
        threads - idleThreads < MOST_THREADS);
    table.values(who + "MB resident when idle", new double[] {idleMegabytes});
    table.values(
        who + "MB resident beyond idle",
        new double[] {megabytes - idleMegabytes},
        "< 256",
        megabytes - idleMegabytes < MOST_MEGABYTES);
  }

  private static void complete(CompletableFuture<long[]> watching, Front proxy) {
    try {
      watching.complete(watch(proxy));
    } catch (IOException | RuntimeException e) {
      watching.completeExceptionally(e);
    }
  }

  private static long[] received(CompletableFuture<long[]> watching) throws IOException {
    try {
      return watching.join();
    } catch (CompletionException e) {
      throw new IOException(e.getCause());
    }
  }

  /** What each viewer received while it was measured. */
  private static long[] watch(Front proxy) throws IOException {
    List<Viewer> viewers = new ArrayList<>();
    try (Selector selector = Selector.open()) {
      ByteBuffer buffer = ByteBuffer.allocateDirect(BUFFER_BYTES);
      int opening = (VIEWERS + NEW_PER_TICK - 1) / NEW_PER_TICK;
      int before = Math.max(opening, SECONDS * TICKS_PER_SECOND - measuredTicks());
      long[] first = new long[VIEWERS];
      long next = System.nanoTime();
      for (int tick = 0; tick < before + measuredTicks(); tick++) {
        if (tick == before) {
          first = viewers.stream().mapToLong(Viewer::received).toArray();
        }
        for (int i = 0; i < NEW_PER_TICK && viewers.size() < VIEWERS; i++) {
          viewers.add(new Viewer(proxy, selector));
        }
        for (Viewer viewer : viewers) {
          viewer.tick(SHARE, buffer);
        }
        next += 1_000_000_000L / TICKS_PER_SECOND;
        readUntil(next, selector, buffer);
      }
      for (int i = 0; i < VIEWERS; i++) {
        first[i] = viewers.get(i).received() - first[i];
      }
      return first;
    } finally {
      for (Viewer viewer : viewers) {
        viewer.close();
      }
    }
  }

  private static void readUntil(long end, Selector selector, ByteBuffer buffer) throws IOException {
    for (long left = end - System.nanoTime(); left > 0; left = end - System.nanoTime()) {
      selector.select(key -> take(key, buffer), Math.max(1, left / 1_000_000));
    }
  }

  private static void take(SelectionKey key, ByteBuffer buffer) {
    try {
      ((Viewer) key.attachment()).take(buffer);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The last two thirds. */
  private static int measuredTicks() {
    return SECONDS * TICKS_PER_SECOND * 2 / 3;
  }
}
