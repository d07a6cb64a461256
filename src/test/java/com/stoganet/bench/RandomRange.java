package com.stoganet.bench;

import java.io.IOException;
import java.util.concurrent.ThreadLocalRandom;

/** 64 KiB somewhere in the film, as a player asks for that seeks. */
final class RandomRange {
  private static final int BYTES = 64 * 1024;

  private RandomRange() {}

  static byte[] request(Front front, boolean keepAlive) {
    int first = ThreadLocalRandom.current().nextInt(Film.BYTES - BYTES);
    return front.range(first, first + BYTES - 1L, keepAlive);
  }

  /** An answer of that length is as long as it should be. */
  static void verify(Front front, long length) throws IOException {
    if (length != BYTES) {
      throw new IOException(front.name() + " sends " + length + " bytes, not " + BYTES);
    }
  }
}
