package com.stoganet.sandbox;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.util.SplittableRandom;

/**
 * A large media file that exists only as a rule: every byte follows from its offset.
 *
 * <p>The pattern repeats after a prime number of bytes, so it never lines up with anybody's buffer
 * size: bytes that arrive shifted, twice or not at all are always noticed.
 */
public final class SyntheticFile implements Content {
  /** 600 MiB. */
  public static final long LENGTH = 629_145_600L;

  static final SyntheticFile INSTANCE = new SyntheticFile();

  private static final int PRIME = 1_048_583;
  private static final int CHUNK = 512 * 1024;
  private static final byte[] BLOCK = block();

  private SyntheticFile() {}

  /** The byte at this offset of the file. */
  public static byte byteAt(long offset) {
    return BLOCK[(int) (offset % PRIME)];
  }

  /** Fills the whole buffer with the bytes that start at this offset of the file. */
  public static void read(long offset, byte[] buffer) {
    int done = 0;
    while (done < buffer.length) {
      int start = (int) ((offset + done) % PRIME);
      int size = Math.min(buffer.length - done, PRIME - start);
      System.arraycopy(BLOCK, start, buffer, done, size);
      done += size;
    }
  }

  @Override
  public long length() {
    return LENGTH;
  }

  @Override
  public Instant lastModified() {
    return Instant.parse("2026-02-03T04:05:06Z");
  }

  @Override
  public void copy(long offset, long count, OutputStream out) throws IOException {
    long position = offset;
    long end = offset + count;
    while (position < end) {
      int start = (int) (position % PRIME);
      int size = (int) Math.min(Math.min(CHUNK, PRIME - start), end - position);
      out.write(BLOCK, start, size);
      position += size;
    }
  }

  private static byte[] block() {
    byte[] block = new byte[PRIME];
    new SplittableRandom(20260801).nextBytes(block);
    return block;
  }
}
