package com.stoganet.proxy.persistence;

import com.stoganet.proxy.auth.Device;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** A row of {@code quick_connects}: an attempt that waits for its approval. */
@Entity
@Table(name = "quick_connects")
public class QuickConnectRow {

  /** The hash of the poll token. */
  @Id private String id;

  /** Sealed by {@link SecretBox} with the id of this row. */
  private byte[] secret;

  @Column(name = "device_id")
  private String deviceId;

  @Column(name = "device_label")
  private String deviceLabel;

  private String client;

  @Column(name = "expires_at")
  @Convert(converter = InstantMillis.class)
  private Instant expiresAt;

  @Column(name = "pending_at")
  @Convert(converter = InstantMillis.class)
  private Instant pendingAt;

  /** For JPA only. */
  protected QuickConnectRow() {}

  String id() {
    return id;
  }

  byte[] secret() {
    return secret.clone();
  }

  Device device() {
    return new Device(deviceId, deviceLabel, client);
  }

  Instant pendingAt() {
    return pendingAt;
  }

  Instant expiresAt() {
    return expiresAt;
  }
}
