package com.stoganet.sandbox;

import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;

/** The users: four at first; each one's password is the user's name. */
final class Accounts {
  /** The score of PG and TV-PG: all that lies outside of the library that is hidden. */
  private static final int PG = 10;

  private final List<Account> all =
      new CopyOnWriteArrayList<>(
          List.of(
              first("demo", false, Set.of()),
              first("kid", false, Set.of(Titles.LATE_NIGHT_LIBRARY)).maximumRating(PG),
              first("admin", true, Set.of()),
              first("former", false, Set.of()).disabled(true)));

  private static Account first(String name, boolean administrator, Set<String> hiddenLibraries) {
    return new Account(Guid.of("user/" + name), name, administrator, hiddenLibraries);
  }

  List<Account> all() {
    return List.copyOf(all);
  }

  /** Jellyfin: identifiers are never used again, names are. */
  Account add(String name) {
    if (find(name).isPresent()) {
      throw new IllegalArgumentException("there is a user " + name);
    }
    Account account = new Account(Guid.random(), name, false, Set.of());
    all.add(account);
    return account;
  }

  void remove(Account account) {
    all.remove(account);
  }

  Account named(String name) {
    return find(name).orElseThrow(() -> new NoSuchElementException("no user " + name));
  }

  /** Jellyfin compares user names without regard to case. */
  Optional<Account> find(String name) {
    return all.stream().filter(account -> account.name().equalsIgnoreCase(name)).findFirst();
  }

  Optional<Account> byId(String id) {
    return all.stream().filter(account -> account.id().equals(id)).findFirst();
  }
}
