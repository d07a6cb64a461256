package com.stoganet.proxy.clients.jellyfin;

import com.stoganet.proxy.clients.jellyfin.AuthenticationResult.Schedule;
import java.time.DayOfWeek;
import java.time.LocalDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The hours at which Jellyfin lets a user in, in its own local time.
 *
 * <p>Jellyfin 12: each schedule lies within one day, and both its ends belong to it.
 */
record AccessHours(List<Schedule> schedules) {

  private static final int DAYS_OF_A_WEEK = 7;
  private static final double SECONDS_OF_AN_HOUR = 3600;
  private static final double HOURS_OF_A_DAY = 24;

  /** Those of a policy; null stands for a user without hours, and odd schedules are left out. */
  static AccessHours of(List<Schedule> schedules) {
    return new AccessHours(
        JellyfinItems.stream(schedules)
            .filter(each -> each != null && each.dayOfWeek != null)
            .filter(each -> each.startHour != null && each.endHour != null)
            .filter(each -> each.startHour >= 0 && each.startHour < HOURS_OF_A_DAY)
            .toList());
  }

  /** Whether the user is kept out at this time. */
  boolean closedAt(LocalDateTime time) {
    double hour = time.toLocalTime().toSecondOfDay() / SECONDS_OF_AN_HOUR;
    return !schedules.isEmpty()
        && schedules.stream()
            .noneMatch(
                each ->
                    covers(each, time.getDayOfWeek())
                        && hour >= each.startHour
                        && hour <= each.endHour);
  }

  /** When they open next after this time; empty when they never do. */
  Optional<LocalDateTime> nextAfter(LocalDateTime time) {
    return IntStream.rangeClosed(0, DAYS_OF_A_WEEK)
        .mapToObj(days -> time.toLocalDate().plusDays(days))
        .flatMap(
            day ->
                schedules.stream()
                    .filter(each -> covers(each, day.getDayOfWeek()))
                    .filter(each -> each.endHour > each.startHour)
                    .map(
                        each ->
                            day.atStartOfDay()
                                .plusSeconds(Math.round(each.startHour * SECONDS_OF_AN_HOUR))))
        .filter(opening -> opening.isAfter(time))
        .min(Comparator.naturalOrder());
  }

  private static boolean covers(Schedule schedule, DayOfWeek day) {
    boolean weekend = day == DayOfWeek.SATURDAY || day == DayOfWeek.SUNDAY;
    return switch (schedule.dayOfWeek) {
      case "Everyday" -> true;
      case "Weekday" -> !weekend;
      case "Weekend" -> weekend;
      default -> schedule.dayOfWeek.toUpperCase(Locale.ROOT).equals(day.name());
    };
  }
}
