package com.stoganet.sandbox;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** Counts the files that are being sent, and the bytes of them. */
final class OpenTransfers {
  private final AtomicInteger open = new AtomicInteger();
  private final AtomicLong bytes = new AtomicLong();

  /** How many files are being sent at this moment. */
  int open() {
    return open.get();
  }

  /** How many bytes were sent so far. */
  long bytes() {
    return bytes.get();
  }

  /** A stream that is counted until it is closed, also when it breaks. */
  OutputStream counted(OutputStream out) {
    open.incrementAndGet();
    return new FilterOutputStream(out) {
      @Override
      public void write(byte[] part, int offset, int length) throws IOException {
        out.write(part, offset, length);
        bytes.addAndGet(length);
      }

      @Override
      public void close() throws IOException {
        open.decrementAndGet();
        out.close();
      }
    };
  }
}
