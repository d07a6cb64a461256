package com.stoganet.bench;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.DoubleStream;

/** What was measured of the four servers, the proxy first, and how it compares with the others. */
final class StreamTable {
  private static final PrintStream OUT = System.out;
  private static final PrintStream PROGRESS = System.err;
  private static final String HEAD =
      """
      | measurement | proxy | nginx | HAProxy | Caddy \
      | proxy/nginx | proxy/HAProxy | proxy/Caddy | target | met |
      | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |\
      """;
  private static final int OTHERS = 3;

  private final List<String> rows = new ArrayList<>();
  private final List<String> notes = new ArrayList<>();

  void progress(String text) {
    PROGRESS.println("bench: " + text);
  }

  /** What one has to know of the machine to understand the numbers. */
  void note(String text) {
    notes.add(text);
    progress(text);
  }

  /** Numbers that are compared, without a target. */
  void compared(String what, double[] values) {
    row(what, values, true, "", "");
  }

  /** More is better, and the proxy should have at least so much of what the best other one has. */
  void atLeastOfBest(String what, double[] values, double share) {
    String target = ">= " + number(share) + " of the best";
    boolean met = values[0] >= share * others(values).max().orElseThrow();
    row(what, values, true, target, met(met));
  }

  /** Less is better, and the proxy should have at most so much of what the best other one has. */
  void atMostOfBest(String what, double[] values, double share) {
    String target = "<= " + number(share) + " of the best";
    boolean met = values[0] <= share * others(values).min().orElseThrow();
    row(what, values, true, target, met(met));
  }

  /** Numbers whose ratios say nothing. */
  void values(String what, double[] values) {
    row(what, values, false, "", "");
  }

  /** Likewise, with a target for the proxy; also for the proxy alone. */
  void values(String what, double[] values, String target, boolean met) {
    row(what, values, false, target, met(met));
  }

  /** Something could not be measured. */
  void failed(String what, Exception why) {
    rows.add("| " + what + " | failed: " + why.getMessage() + " | | | | | | | | **no** |");
    progress(what + " failed: " + why);
  }

  void print() {
    OUT.println(HEAD);
    rows.forEach(OUT::println);
    OUT.println();
    notes.forEach(note -> OUT.println("* " + note));
    OUT.flush();
  }

  private static DoubleStream others(double[] values) {
    return Arrays.stream(values).skip(1);
  }

  private static String met(boolean met) {
    return met ? "yes" : "**no**";
  }

  private void row(String what, double[] values, boolean ratios, String target, String met) {
    List<String> cells = new ArrayList<>(List.of(what));
    for (int i = 0; i <= OTHERS; i++) {
      cells.add(i < values.length ? number(values[i]) : "");
    }
    for (int i = 1; i <= OTHERS; i++) {
      cells.add(ratios ? String.format(Locale.ROOT, "%.2f", values[0] / values[i]) : "");
    }
    cells.add(target);
    cells.add(met);
    String row = "| " + String.join(" | ", cells) + " |";
    rows.add(row);
    progress(row);
  }

  /** With as many digits as mean something. */
  private static String number(double value) {
    double size = Math.abs(value);
    if (value == Math.rint(value) && size >= 2) {
      return String.format(Locale.ROOT, "%.0f", value);
    }
    return String.format(Locale.ROOT, size >= 100 ? "%.0f" : size >= 10 ? "%.1f" : "%.2f", value);
  }
}
