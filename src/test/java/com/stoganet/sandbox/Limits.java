package com.stoganet.sandbox;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CopyOnWriteArrayList;

/** What an administrator does not allow a user; a new user is allowed everything. */
public final class Limits {

  /**
   * When a user may come in.
   *
   * @param day a day of the week in English, or Everyday, Weekday, Weekend
   * @param startHour in local time, with fractions
   */
  record Schedule(String day, double startHour, double endHour) {

    /** Jellyfin: the hours of one day, both ends included. */
    boolean contains(LocalDateTime time) {
      double hour = time.toLocalTime().toSecondOfDay() / 3600.0;
      boolean weekend = time.getDayOfWeek().getValue() > 5;
      boolean today =
          switch (day) {
            case "Everyday" -> true;
            case "Weekend" -> weekend;
            case "Weekday" -> !weekend;
            default -> day.equalsIgnoreCase(time.getDayOfWeek().name());
          };
      return today && hour >= startHour && hour <= endHour;
    }
  }

  private volatile Integer rating;
  private volatile Integer subRating;
  private volatile List<String> allowedTags = List.of();
  private volatile List<String> blockedTags = List.of();
  private volatile List<String> unrated = List.of();
  private volatile boolean remoteAccess = true;
  private volatile boolean playback = true;
  private volatile boolean anyDevice = true;
  private final List<Schedule> schedules = new CopyOnWriteArrayList<>();

  /** The highest rating; null when there is none. */
  public Limits rating(Integer score, Integer subScore) {
    rating = score;
    subRating = subScore;
    return this;
  }

  /** Only what has one of these; none lifts the limit. */
  public Limits allowTags(String... tags) {
    allowedTags = List.of(tags);
    return this;
  }

  public Limits blockTags(String... tags) {
    blockedTags = List.of(tags);
    return this;
  }

  /** What is hidden when it has no rating: {@code Movie}, {@code Series} and so on. */
  public Limits blockUnrated(String... kinds) {
    unrated = List.of(kinds);
    return this;
  }

  public Limits remoteAccess(boolean allowed) {
    remoteAccess = allowed;
    return this;
  }

  public Limits playback(boolean allowed) {
    playback = allowed;
    return this;
  }

  /** False: no device at all, since the sandbox has no list of those that the user may use. */
  public Limits anyDevice(boolean allowed) {
    anyDevice = allowed;
    return this;
  }

  /** One more time when the user may come in. */
  public Limits schedule(String day, double startHour, double endHour) {
    schedules.add(new Schedule(day, startHour, endHour));
    return this;
  }

  public Limits noSchedules() {
    schedules.clear();
    return this;
  }

  Integer rating() {
    return rating;
  }

  Integer subRating() {
    return subRating;
  }

  List<String> allowedTags() {
    return allowedTags;
  }

  List<String> blockedTags() {
    return blockedTags;
  }

  List<String> unrated() {
    return unrated;
  }

  boolean remoteAccess() {
    return remoteAccess;
  }

  boolean playback() {
    return playback;
  }

  boolean anyDevice() {
    return anyDevice;
  }

  List<Schedule> schedules() {
    return List.copyOf(schedules);
  }

  boolean outsideHours() {
    LocalDateTime now = LocalDateTime.now();
    return !schedules.isEmpty() && schedules.stream().noneMatch(each -> each.contains(now));
  }

  /** Whether any item can be hidden by them. */
  boolean none() {
    return rating == null && allowedTags.isEmpty() && blockedTags.isEmpty() && unrated.isEmpty();
  }

  static Set<String> folded(List<String> tags) {
    Set<String> folded = new TreeSet<>();
    tags.forEach(tag -> folded.add(tag.toLowerCase(Locale.ROOT)));
    return folded;
  }

  @Override
  public String toString() {
    return rating + "/" + subRating + allowedTags + blockedTags + unrated;
  }
}
