package com.stoganet.sandbox;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;

/** The small real video that all ordinary movies and episodes play. */
final class SampleVideo implements Content {
  static final SampleVideo INSTANCE = new SampleVideo();
  static final Duration RUNTIME = Duration.ofSeconds(40);

  private static final int CHUNK = 256 * 1024;

  private final byte[] bytes = load();

  private SampleVideo() {}

  @Override
  public long length() {
    return bytes.length;
  }

  @Override
  public Instant lastModified() {
    return Instant.parse("2026-01-02T03:04:05Z");
  }

  @Override
  public void copy(long offset, long count, OutputStream out) throws IOException {
    int position = Math.toIntExact(offset);
    int end = Math.toIntExact(offset + count);
    while (position < end) {
      int size = Math.min(CHUNK, end - position);
      out.write(bytes, position, size);
      position += size;
    }
  }

  private static byte[] load() {
    try (InputStream in = SampleVideo.class.getResourceAsStream("/sandbox/sample.mp4")) {
      if (in == null) {
        throw new IllegalStateException("sandbox/sample.mp4 is not on the class path");
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
