package com.stoganet.proxy.availability;

import com.stoganet.proxy.acquisition.QueueItem;
import com.stoganet.proxy.acquisition.QueueItem.Phase;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Rows of a queue, as short as a test can say them. */
public final class QueueItems {

  public static final String HASH = "0123456789ABCDEF0123456789ABCDEF01234567";
  public static final double SIZE = 1_000_000_000.5;

  private QueueItems() {}

  /** Of a movie, 40 percent done, ten minutes left. */
  public static QueueItem movie(int title, Phase phase) {
    return row(1, title, -1, -1, phase, HASH, SIZE, 0.6 * SIZE, Duration.ofMinutes(10));
  }

  /** One of the rows of a download with several episodes; all have its full size. */
  public static QueueItem episode(
      int title, int season, int episode, String download, double left) {
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

  static QueueItem saying(QueueItem row, Phase phase, boolean warning, String... messages) {
    return new QueueItem(
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

  private static QueueItem row(
      long row,
      int title,
      int season,
      int episode,
      Phase phase,
      String download,
      double size,
      double left,
      Duration timeLeft) {
    return new QueueItem(
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
