package com.stoganet.proxy.arrivals;

import com.stoganet.proxy.arrivals.QueueRow.Phase;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Rows of a queue, as short as a test can say them. */
final class Rows {

  static final String HASH = "0123456789ABCDEF0123456789ABCDEF01234567";
  static final double SIZE = 1_000_000_000.5;

  private Rows() {}

  /** Of a movie, 40 percent done, ten minutes left. */
  static QueueRow movie(int title, Phase phase) {
    return row(1, title, -1, -1, phase, HASH, SIZE, 0.6 * SIZE, Duration.ofMinutes(10));
  }

  /** One of the rows of a download with several episodes; all have its full size. */
  static QueueRow episode(int title, int season, int episode, String download, double left) {
    return row(
        100 * season + episode,
        title,
        season,
        episode,
        Phase.DOWNLOADING,
        download,
        SIZE,
        left,
        Duration.ofSeconds(Math.round(left / 1_000_000)));
  }

  static QueueRow saying(QueueRow row, Phase phase, boolean warning, String... messages) {
    return new QueueRow(
        row.row(),
        row.title(),
        row.season(),
        row.episode(),
        row.release(),
        row.size(),
        row.left(),
        row.timeLeft(),
        phase,
        row.download(),
        warning,
        List.of(messages));
  }

  private static QueueRow row(
      long row,
      int title,
      int season,
      int episode,
      Phase phase,
      String download,
      double size,
      double left,
      Duration timeLeft) {
    return new QueueRow(
        row,
        title,
        season,
        episode,
        "A.Release.1080p",
        size,
        left,
        Optional.of(timeLeft),
        phase,
        download,
        false,
        List.of());
  }
}
