package com.stoganet.bench;

/** Something that can be measured with a proxy in front of a large Radarr and Sonarr. */
@FunctionalInterface
interface AcquisitionMeasurement {

  /** Measures, and tells the report. */
  void measure(BenchServer stage, LargeArrs arrs, Report report) throws InterruptedException;
}
