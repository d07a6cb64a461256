package com.stoganet.proxy.acquisition;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The progress of one or several downloads together.
 *
 * @param percent 0 to 100
 * @param secondsLeft until the slowest download is complete; empty when unknown
 * @param speed bytes per second; empty when unknown
 * @param problem the most severe problem; empty when there is none
 * @param reason the problem as a text for people; empty when there is none
 */
public record DownloadProgress(
    double percent,
    OptionalLong secondsLeft,
    OptionalLong speed,
    Optional<DownloadProblem> problem,
    String reason) {

  private static final double WHOLE = 100;

  /** The progress of several different downloads; there must be at least one. */
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

  /** The time of the slowest download; unknown when the time of any download is unknown. */
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

  /**
   * The order of severity: first problems that an administrator has to solve, last those that end
   * by themselves.
   */
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
