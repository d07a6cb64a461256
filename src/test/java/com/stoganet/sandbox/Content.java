package com.stoganet.sandbox;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;

/** The bytes of one media file. */
interface Content {
  long length();

  Instant lastModified();

  /** Writes exactly {@code count} bytes, starting at {@code offset}. */
  void copy(long offset, long count, OutputStream out) throws IOException;
}
