package com.stoganet.sandbox;

import java.time.Instant;

/** A row of Jellyfin's device table: one sign-in of one user on one device. */
record DeviceToken(String token, Account account, ClientIdentity identity, Instant created) {

  String deviceId() {
    return identity.deviceId();
  }

  /** The session of this device in lists. */
  String sessionId() {
    return Guid.of(identity.client() + identity.deviceId());
  }
}
