package com.stoganet.sandbox.arr;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** A release that is being downloaded, or held back; it has a row in the queue for each target. */
final class Download {
  /** What a part of it is for; a title of 0 is none that the server knows. */
  record Target(int title, int season, int episode) {
    static final Target UNKNOWN = new Target(0, -1, 0);

    static Target movie(int id) {
      return new Target(id, -1, 0);
    }
  }

  final String release;
  final BigDecimal size;
  final List<Target> targets;
  final Instant added;

  /** Null as long as it is held back. */
  String id;

  BigDecimal left;
  Duration timeLeft;
  String status;

  /** Null as long as it is held back. */
  String trackedStatus;

  /** Null as long as it is held back. */
  String trackedState;

  String error;
  List<String> messages = List.of();

  private Download(String id, String release, double size, List<Target> targets, Instant added) {
    this.id = id;
    this.release = release;
    this.size = decimal(size);
    this.left = this.size;
    this.targets = targets;
    this.added = added;
  }

  /** With the download client, but without any news from it. */
  static Download grabbed(
      String id, String release, double size, List<Target> targets, Instant now) {
    return new Download(id, release, size, targets, now)
        .tracked("downloading", "ok", "downloading");
  }

  /** A rule of the server, or a client that is away, holds it back. */
  static Download pending(
      String release,
      double size,
      String status,
      Duration wait,
      List<Target> targets,
      Instant now) {
    Download download = new Download(null, release, size, targets, now);
    download.status = status;
    download.timeLeft = wait;
    return download;
  }

  boolean held() {
    return id == null;
  }

  /** It goes to the client now. */
  void released(String downloadId) {
    id = downloadId;
    timeLeft = null;
    tracked("downloading", "ok", "downloading");
  }

  void progress(double bytesLeft, Duration time) {
    tracked("downloading", "ok", "downloading");
    left = decimal(bytesLeft);
    timeLeft = time;
  }

  /** All bytes are there; what happens next is up to the server. */
  void completed(String newTrackedStatus, String newTrackedState, List<String> newMessages) {
    tracked("completed", newTrackedStatus, newTrackedState);
    left = BigDecimal.ZERO;
    timeLeft = Duration.ZERO;
    messages = newMessages;
  }

  /** How the client sees it, and what the server makes of it; forgets former troubles. */
  Download tracked(String newStatus, String newTrackedStatus, String newTrackedState) {
    status = newStatus;
    trackedStatus = newTrackedStatus;
    trackedState = newTrackedState;
    error = null;
    messages = List.of();
    return this;
  }

  /** As C# writes a decimal: without a fraction when there is none. */
  private static BigDecimal decimal(double bytes) {
    BigDecimal exact = BigDecimal.valueOf(bytes).stripTrailingZeros();
    return exact.scale() < 0 ? exact.setScale(0) : exact;
  }
}
