package com.stoganet.proxy.persistence;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** A row of {@code users}. */
@Entity
@Table(name = "users")
public class UserRow {

  @Id private String id;

  private String subject;

  private String name;

  private boolean administrator;

  @Column(name = "created_at")
  @Convert(converter = InstantMillis.class)
  private Instant createdAt;

  /** When the user signed out everywhere last; 1970 for never. */
  @Column(name = "signed_out_at")
  @Convert(converter = InstantMillis.class)
  private Instant signedOutAt = Instant.EPOCH;

  /** For JPA only. */
  protected UserRow() {}

  void describe(String newName, boolean isAdministrator) {
    this.name = newName;
    this.administrator = isAdministrator;
  }

  String id() {
    return id;
  }

  String subject() {
    return subject;
  }

  String name() {
    return name;
  }

  boolean administrator() {
    return administrator;
  }

  Instant createdAt() {
    return createdAt;
  }
}
