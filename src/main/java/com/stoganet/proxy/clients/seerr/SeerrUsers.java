package com.stoganet.proxy.clients.seerr;

import java.util.List;
import java.util.stream.Stream;

/** A page of Seerr's users. */
public class SeerrUsers {
  public PageInfo pageInfo;
  public List<User> results;

  /** Where in all of them the page is. */
  public static class PageInfo {

    /** How many there are on all pages. */
    public int results;
  }

  /** One of them. */
  public static class User {
    public int id;

    /** Null for those who do not sign in with Jellyfin. */
    public String jellyfinUserId;
  }

  int size() {
    return results == null ? 0 : results.size();
  }

  int total() {
    return pageInfo == null ? size() : pageInfo.results;
  }

  Stream<User> stream() {
    return results == null ? Stream.empty() : results.stream();
  }
}
