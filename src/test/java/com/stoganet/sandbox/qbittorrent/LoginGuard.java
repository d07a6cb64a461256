package com.stoganet.sandbox.qbittorrent;

import java.util.HashSet;
import java.util.Set;
import java.util.UUID;

/** Who gets in: sessions, and the ban after too many refused passwords. */
final class LoginGuard {

  /** MaxAuthenticationFailCount of a new installation. */
  private static final int MOST_FAILURES = 5;

  private final String username;
  private final String password;
  private final Set<String> sessions = new HashSet<>();
  private int logins;
  private int failures;
  private boolean opening = true;
  private boolean mistaken;

  LoginGuard(String username, String password) {
    this.username = username;
    this.password = password;
  }

  /** How a login ends. */
  enum Verdict {
    WELCOME,
    REFUSED,
    BANNED
  }

  /** qBittorrent: during a ban not even the right password is looked at. */
  synchronized Verdict judge(String name, String word) {
    logins++;
    if (failures >= MOST_FAILURES) {
      return Verdict.BANNED;
    }
    if (mistaken || !username.equals(name) || !password.equals(word)) {
      failures++;
      return Verdict.REFUSED;
    }
    failures = 0;
    return Verdict.WELCOME;
  }

  synchronized String begin() {
    String id = UUID.randomUUID().toString().replace('-', '/');
    if (opening) {
      sessions.add(id);
    }
    return id;
  }

  synchronized boolean knows(String id) {
    return sessions.contains(id);
  }

  synchronized void endAll() {
    sessions.clear();
  }

  /** Whether sessions that begin count. */
  synchronized void open(boolean value) {
    opening = value;
  }

  /** Whether its password is another one. */
  synchronized void mistake(boolean value) {
    mistaken = value;
  }

  synchronized void ban() {
    failures = MOST_FAILURES;
  }

  synchronized void liftBan() {
    failures = 0;
  }

  synchronized int logins() {
    return logins;
  }

  synchronized int failures() {
    return failures;
  }
}
