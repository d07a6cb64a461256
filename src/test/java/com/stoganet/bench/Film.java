package com.stoganet.bench;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.SplittableRandom;

/** A large file of pseudo-random bytes, the same in every run. */
final class Film {
  static final int BYTES = 512 * 1024 * 1024;

  private static final int PIECE = 1024 * 1024;
  private static final long SEED = 20_240_229;

  private final Path path;
  private final MappedByteBuffer content;

  private Film(Path path, MappedByteBuffer content) {
    this.path = path;
    this.content = content;
  }

  /** The one of an earlier run, if it is there. */
  static Film in(Path directory) throws IOException {
    Path path = directory.resolve("film.bin").toAbsolutePath();
    if (!Files.exists(path) || Files.size(path) != BYTES) {
      write(path);
    }
    try (FileChannel file = FileChannel.open(path)) {
      return new Film(path, file.map(MapMode.READ_ONLY, 0, BYTES));
    }
  }

  private static void write(Path path) throws IOException {
    Path unfinished = path.resolveSibling("film.part");
    SplittableRandom random = new SplittableRandom(SEED);
    byte[] piece = new byte[PIECE];
    try (FileChannel file =
        FileChannel.open(
            unfinished,
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.WRITE)) {
      for (int i = 0; i < BYTES / PIECE; i++) {
        random.nextBytes(piece);
        ByteBuffer left = ByteBuffer.wrap(piece);
        while (left.hasRemaining()) {
          file.write(left);
        }
      }
    }
    Files.move(unfinished, path, StandardCopyOption.REPLACE_EXISTING);
  }

  Path path() {
    return path;
  }

  /** Whether these bytes are the ones from there on. */
  boolean matches(int from, ByteBuffer bytes) {
    return bytes.remaining() <= BYTES - from
        && content.slice(from, bytes.remaining()).mismatch(bytes) < 0;
  }
}
