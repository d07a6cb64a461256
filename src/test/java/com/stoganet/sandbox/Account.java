package com.stoganet.sandbox;

import java.time.Instant;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** One user of the server. */
final class Account {
  private final String id;
  private final Set<String> hiddenLibraries = ConcurrentHashMap.newKeySet();
  private volatile String name;
  private volatile String password;
  private volatile boolean administrator;
  private volatile boolean disabled;
  private volatile boolean outsideHours;
  private volatile int maximumSessions;
  private final Limits limits = new Limits();
  private volatile boolean displayMissingEpisodes;
  private volatile Instant lastLogin;
  private volatile int lockoutAfter = -1;
  private final AtomicInteger wrongPasswords = new AtomicInteger();

  /** The password is the name. */
  Account(String id, String name, boolean administrator, Set<String> hiddenLibraries) {
    this.id = id;
    this.name = name;
    this.password = name;
    this.administrator = administrator;
    this.hiddenLibraries.addAll(hiddenLibraries);
  }

  String id() {
    return id;
  }

  String name() {
    return name;
  }

  void rename(String value) {
    name = value;
  }

  boolean hasPassword(String text) {
    return password.equals(text);
  }

  void password(String value) {
    password = value;
  }

  boolean hasPassword() {
    return !password.isEmpty();
  }

  /** Below one: never. */
  int lockoutAfter() {
    return lockoutAfter;
  }

  void lockoutAfter(int wrongPasswords) {
    lockoutAfter = wrongPasswords;
  }

  int wrongPasswords() {
    return wrongPasswords.get();
  }

  /**
   * Counts a wrong password; the one that disables the account counts twice.
   *
   * <p>Jellyfin: the count stays when an administrator enables the account again, so that the next
   * wrong password disables it anew.
   */
  void enteredWrongPassword(boolean locksOut) {
    int wrong = wrongPasswords.incrementAndGet();
    if (locksOut && lockoutAfter > 0 && wrong >= lockoutAfter) {
      wrongPasswords.incrementAndGet();
      disabled = true;
    }
  }

  boolean administrator() {
    return administrator;
  }

  void administrator(boolean value) {
    administrator = value;
  }

  boolean maySee(String libraryId) {
    return !hiddenLibraries.contains(libraryId);
  }

  boolean seesEverything() {
    return hiddenLibraries.isEmpty();
  }

  /** In a fixed order. */
  Set<String> hiddenLibraries() {
    return new TreeSet<>(hiddenLibraries);
  }

  void hide(String libraryId) {
    hiddenLibraries.add(libraryId);
  }

  void show(String libraryId) {
    hiddenLibraries.remove(libraryId);
  }

  boolean disabled() {
    return disabled;
  }

  Account disabled(boolean value) {
    disabled = value;
    return this;
  }

  /** Whether the parental schedule does not allow the user in at present. */
  boolean outsideHours() {
    return outsideHours || limits.outsideHours();
  }

  void outsideHours(boolean value) {
    outsideHours = value;
  }

  /** Zero is no limit. */
  int maximumSessions() {
    return maximumSessions;
  }

  void maximumSessions(int value) {
    maximumSessions = value;
  }

  Limits limits() {
    return limits;
  }

  /** With the lowest sub-rating, as Jellyfin's own page sets it. */
  Account maximumRating(Integer score) {
    limits.rating(score, score == null ? null : 0);
    return this;
  }

  boolean displayMissingEpisodes() {
    return displayMissingEpisodes;
  }

  void displayMissingEpisodes(boolean value) {
    displayMissingEpisodes = value;
  }

  Instant lastLogin() {
    return lastLogin;
  }

  void loggedIn() {
    wrongPasswords.set(0);
    lastLogin = Instant.now();
  }
}
