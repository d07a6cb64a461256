package com.stoganet.bench;

/** Something that can be measured with a running proxy. */
@FunctionalInterface
interface Measurement {

  /** Measures, and tells the report. */
  void measure(BenchServer stage, Report report) throws InterruptedException;
}
