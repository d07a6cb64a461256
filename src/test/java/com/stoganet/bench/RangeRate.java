package com.stoganet.bench;

import java.io.IOException;
import java.util.Map;

/** How many small ranges a second a server sends over a few connections that are kept. */
final class RangeRate implements StreamMeasurement {
  private static final int CONNECTIONS = 8;

  @Override
  public void measure(StreamStage stage, StreamTable table) throws IOException {
    Map<Front, double[]> medians =
        Rounds.medians(
            stage.fronts(), (front, seconds) -> VideoLoad.ranges(front, CONNECTIONS, seconds));
    table.compared(
        "ranges of 64 KiB, " + CONNECTIONS + " connections, requests/s",
        stage.fronts().stream().mapToDouble(front -> medians.get(front)[0]).toArray());
  }
}
