package com.stoganet.proxy.auth;

/**
 * A sign-in that lasts until it is ended.
 *
 * @param providerToken the session's token at the identity provider, in clear
 */
public record Session(String id, User user, Device device, String providerToken) {

  /** Without the token, so that it cannot slip into a log. */
  @Override
  public String toString() {
    return "Session[id=" + id + ", user=" + user.id() + "]";
  }
}
