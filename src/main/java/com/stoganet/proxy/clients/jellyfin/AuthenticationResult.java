package com.stoganet.proxy.clients.jellyfin;

import com.stoganet.proxy.clients.backend.Exact;
import java.util.List;

/** Jellyfin's answer to a sign-in. */
public class AuthenticationResult {
  public UserDto user;
  public String accessToken;
  public String serverId;

  /** The user who signed in. */
  public static class UserDto {
    public String id;
    public String name;
    public String serverId;
    public Policy policy;
  }

  /** What the user may do. */
  @Exact
  public static class Policy {
    public boolean isAdministrator;
    public boolean isDisabled;

    /** Below one: any number. */
    public int maxActiveSessions;

    public Boolean enableAllDevices;

    /** The highest rating; null when there is none. Jellyfin 10.10 has no second number. */
    public Integer maxParentalRating;

    public Integer maxParentalSubRating;
    public List<String> allowedTags;
    public List<String> blockedTags;

    /** Kinds such as Movie and Series that are hidden when they have no rating. */
    public List<String> blockUnratedItems;

    public Boolean enableAllFolders;
    public List<String> blockedMediaFolders;
    public Boolean enableRemoteAccess;
    public List<Schedule> accessSchedules;
  }

  /** When the user may come in, in the local time of Jellyfin. */
  public static class Schedule {

    /** In English, or Everyday, Weekday, Weekend. */
    public String dayOfWeek;

    /** With fractions. */
    public Double startHour;

    public Double endHour;
  }
}
