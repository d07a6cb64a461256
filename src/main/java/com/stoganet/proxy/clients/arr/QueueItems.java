package com.stoganet.proxy.clients.arr;

import com.stoganet.proxy.acquisition.QueueItem;
import com.stoganet.proxy.acquisition.QueueItem.Phase;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Translates rows of a queue into the model of the proxy. */
final class QueueItems {

  private static final int NONE = -1;
  private static final Set<String> TROUBLE = Set.of("warning", "error");

  private QueueItems() {}

  static List<QueueItem> rows(List<QueueResource> items) {
    return Absent.list(items).stream()
        .filter(item -> item.id != null)
        .map(QueueItems::row)
        .toList();
  }

  private static QueueItem row(QueueResource item) {
    Phase phase = phase(item);
    return new QueueItem(
        item.id,
        Math.max(Absent.number(item.movieId), Absent.number(item.seriesId)),
        season(item),
        item.episode == null ? NONE : Objects.requireNonNullElse(item.episode.episodeNumber, NONE),
        Absent.text(item.title),
        bytes(item.size),
        bytes(item.sizeleft),
        phase == Phase.DOWNLOADING ? timeLeft(item) : Optional.empty(),
        phase,
        Absent.text(item.downloadId),
        warning(item),
        messages(item));
  }

  private static int season(QueueResource item) {
    if (item.episode != null && item.episode.seasonNumber != null) {
      return item.episode.seasonNumber;
    }
    return Objects.requireNonNullElse(item.seasonNumber, NONE);
  }

  private static double bytes(Double value) {
    return value == null ? 0 : Math.max(0, value);
  }

  /** Radarr and Sonarr also write "00:00:00" when they do not know the time. */
  private static Optional<Duration> timeLeft(QueueResource item) {
    return ArrDates.span(item.timeleft).filter(time -> !time.isZero());
  }

  /**
   * The state of the import in Radarr or Sonarr takes precedence over that of the download client.
   */
  private static Phase phase(QueueResource item) {
    return switch (word(item.trackedDownloadState)) {
      case "failed", "failedpending" -> Phase.FAILED;
      case "importblocked" -> Phase.IMPORT_BLOCKED;
      case "importpending" -> finished(item);
      case "importing", "imported" -> Phase.IMPORTING;
      default -> phaseAtClient(item);
    };
  }

  private static Phase phaseAtClient(QueueResource item) {
    return switch (word(item.status)) {
      case "queued" -> Phase.QUEUED;
      case "paused" -> Phase.PAUSED;
      case "delay" -> Phase.DELAYED;
      case "downloadclientunavailable", "fallback" -> Phase.CLIENT_AWAY;
      case "completed" -> finished(item);
      case "failed" -> Phase.FAILED;
      default -> Phase.DOWNLOADING;
    };
  }

  /** Sonarr 3 has no state for a blocked import; it reports one by a warning only. */
  private static Phase finished(QueueResource item) {
    return TROUBLE.contains(word(item.trackedDownloadStatus))
        ? Phase.IMPORT_BLOCKED
        : Phase.IMPORTING;
  }

  private static boolean warning(QueueResource item) {
    return TROUBLE.contains(word(item.trackedDownloadStatus))
        || TROUBLE.contains(word(item.status));
  }

  private static List<String> messages(QueueResource item) {
    Stream<String> status =
        Absent.list(item.statusMessages).stream()
            .flatMap(
                message ->
                    Absent.list(message.messages).isEmpty()
                        ? Stream.of(Absent.text(message.title))
                        : Absent.list(message.messages).stream());
    return Stream.concat(status, Stream.of(Absent.text(item.errorMessage)))
        .map(SanitizedMessage::of)
        .filter(message -> !message.isEmpty())
        .distinct()
        .toList();
  }

  /** Sonarr 3 writes some enumeration values with other capital letters. */
  private static String word(String value) {
    return Absent.text(value).toLowerCase(Locale.ROOT);
  }
}
