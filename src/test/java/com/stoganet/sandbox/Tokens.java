package com.stoganet.sandbox;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** The device table: tokens never expire, they are only replaced or revoked. */
final class Tokens {
  private final List<DeviceToken> devices = new ArrayList<>();

  /** Jellyfin: signing in again with the same DeviceId revokes this user's previous token. */
  synchronized DeviceToken issue(Account account, ClientIdentity identity) {
    devices.removeIf(old -> old.account() == account && old.deviceId().equals(identity.deviceId()));
    DeviceToken device = new DeviceToken(Guid.random(), account, identity, Instant.now());
    devices.add(device);
    return device;
  }

  synchronized Optional<DeviceToken> find(String token) {
    return devices.stream().filter(device -> device.token().equals(token)).findFirst();
  }

  synchronized boolean revoke(Predicate<DeviceToken> which) {
    return devices.removeIf(which);
  }

  synchronized List<DeviceToken> all() {
    return List.copyOf(devices);
  }

  /** Those of one user, oldest first. */
  synchronized List<DeviceToken> of(Account account) {
    return devices.stream().filter(device -> device.account() == account).toList();
  }

  Optional<DeviceToken> latestOf(Account account) {
    return of(account).stream().reduce((first, second) -> second);
  }
}
