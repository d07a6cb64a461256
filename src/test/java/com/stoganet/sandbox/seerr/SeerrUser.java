package com.stoganet.sandbox.seerr;

import static com.stoganet.sandbox.seerr.SandboxSeerr.ADMIN;

/** A user, with what they may do; a quota of 0 is no limit. */
record SeerrUser(int id, String jellyfinUserId, int permissions, int movieQuota, int seasonQuota) {

  /** Seerr: an administrator may do everything. */
  boolean may(int... anyOf) {
    for (int permission : anyOf) {
      if ((permissions & (permission | ADMIN)) != 0) {
        return true;
      }
    }
    return false;
  }

  SeerrUser quota(int movies, int seasons) {
    return new SeerrUser(id, jellyfinUserId, permissions, movies, seasons);
  }
}
