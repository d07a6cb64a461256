package com.stoganet.proxy.persistence;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.Instant;

/** A row of {@code refresh_tokens}; the token itself is not kept. */
@Entity
@Table(name = "refresh_tokens")
public class RefreshTokenRow {

  /** SHA-256 in hex. */
  @Id private String hash;

  @ManyToOne(optional = false)
  @JoinColumn(name = "session_id")
  private SessionRow session;

  @Column(name = "created_at")
  @Convert(converter = InstantMillis.class)
  private Instant createdAt;

  @Column(name = "expires_at")
  @Convert(converter = InstantMillis.class)
  private Instant expiresAt;

  /** When it was used; null before that. */
  @Column(name = "rotated_at")
  @Convert(converter = InstantMillis.class)
  private Instant rotatedAt;

  /** The secret that took its place, sealed with the hash of this row; gone after a while. */
  private byte[] successor;

  /** For JPA only. */
  protected RefreshTokenRow() {}

  RefreshTokenRow(String hash, SessionRow session, Instant createdAt, Instant expiresAt) {
    this.hash = hash;
    this.session = session;
    this.createdAt = createdAt;
    this.expiresAt = expiresAt;
  }

  String hash() {
    return hash;
  }

  SessionRow session() {
    return session;
  }

  Instant expiresAt() {
    return expiresAt;
  }

  Instant rotatedAt() {
    return rotatedAt;
  }

  byte[] successor() {
    return successor == null ? null : successor.clone();
  }
}
