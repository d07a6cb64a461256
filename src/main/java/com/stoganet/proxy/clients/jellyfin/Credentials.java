package com.stoganet.proxy.clients.jellyfin;

/** What Jellyfin checks at sign-in. */
public class Credentials {
  public String username;
  public String pw;

  static Credentials of(String username, String password) {
    Credentials credentials = new Credentials();
    credentials.username = username;
    credentials.pw = password;
    return credentials;
  }
}
