package com.stoganet.bench;

import java.io.IOException;
import java.util.Map;

/** How fast whole films flow, to few and to many at once, and what that costs the server. */
final class StreamThroughput implements StreamMeasurement {
  private static final int[] STREAMS = {1, 4, 16, 64};

  /** As fast as the best, where it is the usual case; nearly so at the ends. */
  private static final double[] SHARES = {0.9, 1, 1, 0.9};

  private static final double MOST_CPU = 1.2;

  @Override
  public void measure(StreamStage stage, StreamTable table) throws IOException {
    for (int i = 0; i < STREAMS.length; i++) {
      int streams = STREAMS[i];
      String what = streams == 1 ? "1 stream" : streams + " streams";
      table.progress(what);
      Map<Front, double[]> medians =
          Rounds.medians(
              stage.fronts(), (front, seconds) -> VideoLoad.wholeFilms(front, streams, seconds));
      table.atLeastOfBest(what + ", MB/s", column(stage, medians, 0), SHARES[i]);
      table.atMostOfBest(what + ", CPU seconds/GiB", column(stage, medians, 1), MOST_CPU);
    }
  }

  private static double[] column(StreamStage stage, Map<Front, double[]> medians, int column) {
    return stage.fronts().stream().mapToDouble(front -> medians.get(front)[column]).toArray();
  }
}
