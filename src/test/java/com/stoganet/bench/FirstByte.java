package com.stoganet.bench;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.DoubleStream;

/** How long it takes from connecting to the first byte of a range, beside asking the backend. */
final class FirstByte implements StreamMeasurement {
  private static final int REQUESTS = 300;
  private static final int WARM_UP_SECONDS = 2;
  private static final double TARGET = 3;

  @Override
  public void measure(StreamStage stage, StreamTable table) throws IOException {
    List<Front> all = new ArrayList<>(stage.fronts());
    all.add(stage.direct());
    for (Front front : all) {
      warmUp(front);
    }
    Map<Front, double[]> medians = Rounds.medians(all, (front, seconds) -> run(front));
    double[] direct = medians.get(stage.direct());
    double[] halves = column(stage, medians, 0);
    table.compared(name("p50", direct[0]), halves);
    double[] above = DoubleStream.of(halves).map(value -> value - direct[0]).toArray();
    table.values("first byte, p50, ms above direct", above, "<= 3", above[0] <= TARGET);
    table.compared(name("p99", direct[1]), column(stage, medians, 1));
    table.values(
        "first byte, p99, ms above direct",
        DoubleStream.of(column(stage, medians, 1)).map(value -> value - direct[1]).toArray());
  }

  private static double[] column(StreamStage stage, Map<Front, double[]> medians, int column) {
    return stage.fronts().stream().mapToDouble(front -> medians.get(front)[column]).toArray();
  }

  private static String name(String percentile, double direct) {
    return String.format(Locale.ROOT, "first byte, %s, ms (direct: %.2f)", percentile, direct);
  }

  private static void warmUp(Front front) throws IOException {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(WARM_UP_SECONDS);
    while (System.nanoTime() < end) {
      ask(front);
    }
  }

  /** The 50th and the 99th percentile, in milliseconds. */
  private static double[] run(Front front) throws IOException {
    long[] nanos = new long[REQUESTS];
    for (int i = 0; i < REQUESTS; i++) {
      nanos[i] = ask(front);
    }
    Latencies latencies = new Latencies(nanos, 0);
    return new double[] {latencies.percentile(50), latencies.percentile(99)};
  }

  private static long ask(Front front) throws IOException {
    byte[] request = RandomRange.request(front, false);
    try (VideoConnection connection = new VideoConnection(front)) {
      long begin = System.nanoTime();
      connection.ask(request, 206);
      ByteBuffer first = connection.next();
      long took = System.nanoTime() - begin;
      RandomRange.verify(front, first.remaining() + connection.rest());
      return took;
    }
  }
}
