package com.stoganet.proxy.acquisition;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * How far one or several downloads are together.
 *
 * @param percent 0 to 100
 * @param secondsLeft until the slowest is done; empty when nobody knows
 * @param speed bytes per second; empty when nobody knows
 * @param problem the worst there is
 * @param reason the problem in plain words; empty when there is none
 */
public record DownloadProgress(
    double percent,
    OptionalLong secondsLeft,
    OptionalLong speed,
    Optional<DownloadProblem> problem,
    String reason) {

  private static final double WHOLE = 100;

  /** Of downloads that differ; there must be one. */
  public static DownloadProgress of(Collection<Download> downloads) {
    double size = downloads.stream().mapToDouble(Download::size).sum();
    double left = downloads.stream().mapToDouble(Download::left).sum();
    Optional<Download> worst =
        downloads.stream()
            .filter(download -> download.problem().isPresent())
            .min(Comparator.comparing(download -> severity(download.problem().get())));
    return new DownloadProgress(
        percent(size, left),
        slowest(downloads),
        speed(downloads),
        worst.flatMap(Download::problem),
        worst.map(Download::reason).orElse(""));
  }

  static double percent(double size, double left) {
    return size > 0 ? Math.max(0, Math.min(WHOLE, WHOLE * (size - left) / size)) : 0;
  }

  /** Nobody knows how long all of them take when nobody knows it of one. */
  private static OptionalLong slowest(Collection<Download> downloads) {
    boolean known =
        downloads.stream().allMatch(each -> each.complete() || each.timeLeft().isPresent());
    return known
        ? downloads.stream()
            .filter(each -> !each.complete())
            .mapToLong(each -> each.timeLeft().get().toSeconds())
            .max()
        : OptionalLong.empty();
  }

  private static OptionalLong speed(Collection<Download> downloads) {
    return downloads.stream().anyMatch(each -> each.speed().isPresent())
        ? OptionalLong.of(downloads.stream().mapToLong(each -> each.speed().orElse(0)).sum())
        : OptionalLong.empty();
  }

  /** What needs somebody's help comes first, what ends by itself last. */
  private static int severity(DownloadProblem problem) {
    return switch (problem) {
      case BLOCKED -> 0;
      case FAILED -> 1;
      case CLIENT_AWAY -> 2;
      case STALLED -> 3;
      case PAUSED -> 4;
      case DELAYED -> 5;
      case QUEUED -> 6;
    };
  }
}
