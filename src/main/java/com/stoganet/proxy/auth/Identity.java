package com.stoganet.proxy.auth;

/**
 * What an identity provider says about a user who has proved their identity.
 *
 * @param subject id of the user at the provider
 * @param name as the provider spells it
 * @param administrator whether they may administer the provider
 * @param token their session token at the provider
 * @param remoteAccess whether they may come from outside of the local network
 */
public record Identity(
    String subject, String name, boolean administrator, String token, boolean remoteAccess) {

  /** A user who may come from everywhere. */
  public Identity(String subject, String name, boolean administrator, String token) {
    this(subject, name, administrator, token, true);
  }

  /** Without the token, so that it cannot slip into a log. */
  @Override
  public String toString() {
    return "Identity[subject=" + subject + ", name=" + name + "]";
  }
}
