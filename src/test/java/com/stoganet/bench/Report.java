package com.stoganet.bench;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Collects what was measured; the table goes to the standard output, progress to the other one. */
final class Report {
  private static final PrintStream OUT = System.out;
  private static final PrintStream PROGRESS = System.err;

  private final List<String> rows = new ArrayList<>();
  private final List<String> notes = new ArrayList<>();

  void progress(String text) {
    PROGRESS.println("bench: " + text);
  }

  /** A number that has no target of its own. */
  void value(String what, String value) {
    row(what, value, "", "");
  }

  /** A number that should not be larger than the target. */
  void atMost(String what, double value, double target, String unit) {
    row(what, number(value, unit), "<= " + number(target, unit), value <= target);
  }

  /** Likewise for a percentile, in milliseconds; it says nothing if requests have failed. */
  void atMost(String what, Latencies latencies, int percent, double target) {
    if (latencies.failures() > 0) {
      row(what, latencies.failures() + " requests failed", "", "**no**");
    } else {
      atMost(what + ", p" + percent, latencies.percentile(percent), target, "ms");
    }
  }

  /** A number that should not be smaller than the target. */
  void atLeast(String what, double value, double target, String unit) {
    row(what, number(value, unit), ">= " + number(target, unit), value >= target);
  }

  /** The route is not there, or did not answer as it should. */
  void notAvailable(String what, String why) {
    row(what, "not available (" + why + ")", "", "");
  }

  /** More than fits into the table. */
  void note(String text) {
    notes.add(text);
    progress(text);
  }

  void print() {
    OUT.println("| measurement | result | target | met |");
    OUT.println("| --- | --- | --- | --- |");
    rows.forEach(OUT::println);
    OUT.println();
    notes.forEach(note -> OUT.println("* " + note));
    OUT.flush();
  }

  private void row(String what, String value, String target, boolean met) {
    row(what, value, target, met ? "yes" : "**no**");
  }

  private void row(String what, String value, String target, String met) {
    rows.add("| " + what + " | " + value + " | " + target + " | " + met + " |");
    progress(what + ": " + value + (met.isEmpty() ? "" : " (met: " + met + ")"));
  }

  private static String number(double value, String unit) {
    return String.format(Locale.ROOT, "%.1f%s", value, unit.isEmpty() ? "" : " " + unit);
  }
}
