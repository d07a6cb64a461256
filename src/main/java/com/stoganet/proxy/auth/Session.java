package com.stoganet.proxy.auth;

import com.stoganet.proxy.audit.Audit;
import java.time.Instant;

/**
 * A sign-in that lasts until it is ended.
 *
 * @param providerToken the session's token at the identity provider, in clear
 * @param end why it is over; null while it lasts
 */
public record Session(
    String id, User user, Device device, String providerToken, Usage usage, End end) {

  /**
   * When and where it was used.
   *
   * @param lastSeenAt right to a minute or so
   * @param lastAddress of the client
   * @param checkedAt when the identity provider said last that it still knows this sign-in
   */
  public record Usage(
      Instant createdAt, Instant lastSeenAt, String lastAddress, Instant checkedAt) {}

  /** Why a session is over. */
  public enum End {
    /** Its owner signed out on this device, or everywhere. */
    LOGOUT,
    /** Its owner ended it from another device. */
    REVOKED,
    /** It was not refreshed for too long. */
    EXPIRED,
    /** One of its refresh tokens was used twice, so that it may be stolen. */
    REFRESH_REUSED,
    /** The identity provider does not know it any more. */
    PROVIDER_ENDED
  }

  /** Whether it lasts. */
  public boolean alive() {
    return end == null;
  }

  /**
   * An entry of the audit log about this session.
   *
   * @param address of the client; null when it does not matter
   * @param reason why, or to what, in words or ids of the proxy
   */
  Audit.Entry audited(Audit.Event event, String address, String reason) {
    return new Audit.Entry(event, address, user.name(), id, device.label(), reason);
  }

  /** Without the token, so that it cannot slip into a log. */
  @Override
  public String toString() {
    return "Session[id=" + id + ", user=" + user.id() + "]";
  }
}
