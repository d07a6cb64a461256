package com.stoganet.proxy.persistence;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
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

  @Column(name = "created_at")
  @Convert(converter = InstantMillis.class)
  private Instant createdAt;

  /** For JPA only. */
  protected SessionRow() {}

  SessionRow(
      String id,
      UserRow user,
      String deviceId,
      String deviceLabel,
      byte[] providerToken,
      Instant createdAt) {
    this.id = id;
    this.user = user;
    this.deviceId = deviceId;
    this.deviceLabel = deviceLabel;
    this.providerToken = providerToken.clone();
    this.createdAt = createdAt;
  }

  String id() {
    return id;
  }

  UserRow user() {
    return user;
  }

  String deviceId() {
    return deviceId;
  }

  String deviceLabel() {
    return deviceLabel;
  }

  byte[] providerToken() {
    return providerToken.clone();
  }

  Instant createdAt() {
    return createdAt;
  }
}
