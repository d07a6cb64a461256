package com.stoganet.proxy.clients.jellyfin;

/** Jellyfin's answer to a sign-in. */
public class AuthenticationResult {
  public UserDto user;
  public String accessToken;

  /** The user who signed in. */
  public static class UserDto {
    public String id;
    public String name;
    public Policy policy;
  }

  /** What the user may do. */
  public static class Policy {
    public boolean isAdministrator;

    /** Null for users who may see everything. */
    public Integer maxParentalRating;
  }
}
