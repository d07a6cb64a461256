package com.stoganet.bench;

import java.io.IOException;

/** Something that can be measured with the proxy and the servers that it is compared with. */
@FunctionalInterface
interface StreamMeasurement {

  /** Measures, and fills rows of the table. */
  void measure(StreamStage stage, StreamTable table) throws IOException;
}
