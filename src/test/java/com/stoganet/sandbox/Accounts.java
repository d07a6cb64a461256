package com.stoganet.sandbox;

import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;

/** The four users; each one's password is the user's name. */
final class Accounts {
  private final List<Account> all =
      List.of(
          new Account("demo", false, Set.of()),
          new Account("kid", false, Set.of(Titles.LATE_NIGHT_LIBRARY)),
          new Account("admin", true, Set.of()),
          new Account("former", false, Set.of()).disabled(true));

  List<Account> all() {
    return all;
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
