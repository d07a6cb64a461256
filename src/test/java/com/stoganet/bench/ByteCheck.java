package com.stoganet.bench;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.SplittableRandom;

/** Whether a server sends the bytes of the film, and no others. */
final class ByteCheck {
  private static final int RANGES = 20;
  private static final int MOST_BYTES = 4 * 1024 * 1024;

  private final Film film;

  ByteCheck(Film film) {
    this.film = film;
  }

  /** All of it, and some ranges; throws when one byte is another, or missing. */
  void check(Front front) throws IOException {
    try (VideoConnection connection = new VideoConnection(front)) {
      connection.ask(front.wholeFilm(), 200);
      compare(connection, front, 0, Film.BYTES);
      SplittableRandom random = new SplittableRandom();
      for (int i = 0; i < RANGES; i++) {
        int first = random.nextInt(Film.BYTES);
        int length = Math.min(Film.BYTES - first, 1 + random.nextInt(MOST_BYTES));
        connection.ask(front.range(first, first + length - 1L, true), 206);
        compare(connection, front, first, length);
      }
    }
  }

  private void compare(VideoConnection connection, Front front, int first, int length)
      throws IOException {
    int at = first;
    for (ByteBuffer piece = connection.next(); piece != null; piece = connection.next()) {
      if (!film.matches(at, piece)) {
        throw new IOException(front.name() + " sends other bytes near " + at);
      }
      at += piece.remaining();
    }
    if (at != first + length) {
      throw new IOException(front.name() + " sends " + (at - first) + " bytes, not " + length);
    }
  }
}
