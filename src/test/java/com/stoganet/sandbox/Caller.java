package com.stoganet.sandbox;

/**
 * On whose behalf a request comes: nobody, a user on a device, or an API key.
 *
 * @param remote whether it comes from outside of the local network
 */
record Caller(DeviceToken device, boolean apiKey, ClientIdentity identity, boolean remote) {

  boolean anonymous() {
    return device == null && !apiKey;
  }

  boolean administrator() {
    return apiKey || (device != null && device.account().administrator());
  }

  /** The user of the token; an API key has none. */
  Account account() {
    return device == null ? null : device.account();
  }

  String token() {
    return device == null ? null : device.token();
  }
}
