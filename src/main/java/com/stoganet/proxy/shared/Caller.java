package com.stoganet.proxy.shared;

/**
 * The person behind a request and the device they use.
 *
 * @param sessionId id of the sign-in on this device
 * @param userId our id of the user
 * @param jellyfinUserId the user's id at Jellyfin, 32 hex digits
 * @param administrator whether Jellyfin said so when it was asked last
 * @param jellyfinToken the token of this sign-in at Jellyfin; never leaves the server
 */
public record Caller(
    String sessionId,
    String userId,
    String jellyfinUserId,
    boolean administrator,
    String jellyfinToken) {

  /** The request attribute that carries the caller behind the authentication filter. */
  public static final String ATTRIBUTE = Caller.class.getName();

  /**
   * Lets administrators pass.
   *
   * @throws ApiException forbidden with the reason administrators_only for any other caller
   */
  public void requireAdministrator() {
    if (!administrator) {
      throw ApiException.forbidden("Only an administrator may do that.")
          .because("administrators_only");
    }
  }

  /** Without the token, so that it cannot slip into a log. */
  @Override
  public String toString() {
    return "Caller[session=" + sessionId + ", user=" + userId + "]";
  }
}
