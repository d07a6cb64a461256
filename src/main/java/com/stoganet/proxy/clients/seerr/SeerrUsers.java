package com.stoganet.proxy.clients.seerr;

import java.util.Arrays;
import java.util.stream.Stream;

/** A page of Seerr's users. */
public class SeerrUsers {
  public PageInfo pageInfo;

  /** With null for an element that is no user, so that the next page starts where it should. */
  public User[] results;

  /** The position of the page in the whole list. */
  public static class PageInfo {

    /** The number of users on all pages. */
    public int results;
  }

  /** A user of Seerr. */
  public static class User {
    public int id;

    /** Null for users who do not sign in with Jellyfin. */
    public String jellyfinUserId;
  }

  int size() {
    return results == null ? 0 : results.length;
  }

  int total() {
    return pageInfo == null ? size() : pageInfo.results;
  }

  /** The users that have a number. */
  Stream<User> stream() {
    return results == null
        ? Stream.empty()
        : Arrays.stream(results).filter(user -> user != null && user.id > 0);
  }
}
