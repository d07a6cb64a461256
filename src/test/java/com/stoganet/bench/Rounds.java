package com.stoganet.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;

/** The same measurement with several servers, in turns; the medians count. */
final class Rounds {
  private static final int COUNT = Integer.getInteger("bench.rounds", 5);
  private static final int SECONDS = Integer.getInteger("bench.seconds", 4);
  private static final int WARM_UP_SECONDS = 2;
  private static final double BETWEEN_SECONDS = 0.3;

  private Rounds() {}

  /** Takes one or more figures of a server. */
  @FunctionalInterface
  interface Run {
    double[] run(Front front, int seconds) throws IOException;
  }

  /** The medians of all figures of each server; every round begins with another one. */
  static Map<Front, double[]> medians(List<Front> fronts, Run run) throws IOException {
    Map<Front, List<double[]>> results = new LinkedHashMap<>();
    for (Front front : fronts) {
      results.put(front, new ArrayList<>());
      run.run(front, WARM_UP_SECONDS);
    }
    List<Front> order = new ArrayList<>(fronts);
    for (int round = 0; round < COUNT; round++) {
      for (Front front : order) {
        pause(BETWEEN_SECONDS);
        results.get(front).add(run.run(front, SECONDS));
      }
      Collections.rotate(order, -1);
    }
    Map<Front, double[]> medians = new LinkedHashMap<>();
    results.forEach((front, figures) -> medians.put(front, medians(figures)));
    return medians;
  }

  private static double[] medians(List<double[]> figures) {
    double[] result = new double[figures.get(0).length];
    for (int i = 0; i < result.length; i++) {
      int column = i;
      double[] sorted = figures.stream().mapToDouble(figure -> figure[column]).toArray();
      Arrays.sort(sorted);
      result[i] = (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2;
    }
    return result;
  }

  /** Waits. */
  static void pause(double seconds) {
    long end = System.nanoTime() + (long) (seconds * 1e9);
    for (long left = end - System.nanoTime(); left > 0; left = end - System.nanoTime()) {
      LockSupport.parkNanos(left);
    }
  }
}
