package com.stoganet.proxy.auth;

import java.time.Instant;

/**
 * An attempt to sign in by Quick Connect.
 *
 * @param id the hash of the poll token
 * @param secret what the provider calls it by; worth a password once it is approved
 * @param device the device that shows the code
 * @param pendingAt when it was known last that no user had approved it
 * @param expiresAt when it is over
 */
public record QuickConnectAttempt(
    String id, String secret, Device device, Instant pendingAt, Instant expiresAt) {

  /** Without the secret, so that it cannot slip into a log. */
  @Override
  public String toString() {
    return "QuickConnectAttempt[device=" + device.id() + "]";
  }
}
