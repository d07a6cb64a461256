package com.stoganet.proxy.persistence;

import com.stoganet.proxy.auth.Device;
import com.stoganet.proxy.auth.Session;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.Instant;

/** A row of {@code sessions}: one sign-in on one device. */
@Entity
@Table(name = "sessions")
public class SessionRow {

  @Id private String id;

  @ManyToOne(optional = false)
  @JoinColumn(name = "user_id")
  private UserRow user;

  @Column(name = "device_id")
  private String deviceId;

  @Column(name = "device_label")
  private String deviceLabel;

  /** Sealed by {@link SecretBox} with the id of this row. */
  @Column(name = "provider_token")
  private byte[] providerToken;

  /** The program, as it named itself. */
  private String client;

  @Column(name = "last_address")
  private String lastAddress;

  @Column(name = "created_at")
  @Convert(converter = InstantMillis.class)
  private Instant createdAt;

  @Column(name = "last_seen_at")
  @Convert(converter = InstantMillis.class)
  private Instant lastSeenAt;

  @Column(name = "checked_at")
  @Convert(converter = InstantMillis.class)
  private Instant checkedAt;

  /** Null while it lasts. */
  @Column(name = "ended_at")
  @Convert(converter = InstantMillis.class)
  private Instant endedAt;

  @Column(name = "end_reason")
  @Enumerated(EnumType.STRING)
  private Session.End endReason;

  /** Whether the identity provider was told that it is over, or told us. */
  @Column(name = "provider_knows")
  private boolean providerKnows;

  /** When the provider is to be told that it is over, if it does not know; 1970 is at once. */
  @Column(name = "sign_out_due_at")
  @Convert(converter = InstantMillis.class)
  private Instant signOutDueAt = Instant.EPOCH;

  /** For JPA only. */
  protected SessionRow() {}

  SessionRow(
      String id,
      UserRow user,
      Device device,
      String address,
      byte[] providerToken,
      Instant createdAt) {
    this.id = id;
    this.user = user;
    this.deviceId = device.id();
    this.deviceLabel = device.label();
    this.client = device.client();
    this.lastAddress = address;
    this.lastSeenAt = createdAt;
    this.checkedAt = createdAt;
    this.providerToken = providerToken.clone();
    this.createdAt = createdAt;
  }

  String id() {
    return id;
  }

  UserRow user() {
    return user;
  }

  Device device() {
    return new Device(deviceId, deviceLabel, client);
  }

  byte[] providerToken() {
    return providerToken.clone();
  }

  void seen(String address, Instant now) {
    lastAddress = address;
    lastSeenAt = now;
  }

  Session.Usage usage() {
    return new Session.Usage(createdAt, lastSeenAt, lastAddress, checkedAt);
  }

  Instant endedAt() {
    return endedAt;
  }

  Session.End endReason() {
    return endReason;
  }
}
