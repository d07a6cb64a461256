package com.stoganet.proxy.auth;

/**
 * What the proxy knows about where a sign-in comes from.
 *
 * @param session the session of a device that this user was signed in on; null when it is an
 *     unknown one
 * @param network whether this user is signed in on another device in the same network
 */
record Familiarity(String session, boolean network) {

  static final Familiarity NONE = new Familiarity(null, false);
}
