package com.stoganet.bench;

/** Something that can be measured with a proxy in front of a large Radarr and Sonarr. */
@FunctionalInterface
interface ArrivalsMeasurement {

  /** Measures, and tells the report. */
  void measure(Stage stage, LargeArrs arrs, Report report) throws InterruptedException;
}
