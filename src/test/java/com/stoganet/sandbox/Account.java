package com.stoganet.sandbox;

import java.time.Instant;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/** One user of the server. */
final class Account {
  private final String id;
  private final String name;
  private final String password;
  private final boolean administrator;
  private final Set<String> hiddenLibraries = ConcurrentHashMap.newKeySet();
  private volatile boolean disabled;
  private volatile boolean displayMissingEpisodes;
  private volatile Instant lastLogin;

  Account(String name, boolean administrator, Set<String> hiddenLibraries) {
    this.id = Guid.of("user/" + name);
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

  boolean hasPassword(String text) {
    return password.equals(text);
  }

  boolean administrator() {
    return administrator;
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
    lastLogin = Instant.now();
  }
}
