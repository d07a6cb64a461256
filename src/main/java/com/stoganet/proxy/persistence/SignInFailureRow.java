package com.stoganet.proxy.persistence;

import com.stoganet.proxy.auth.SignInFailures;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** A row of {@code sign_in_failures}; written by plain SQL, since many count at the same time. */
@Entity
@Table(name = "sign_in_failures")
public class SignInFailureRow {

  @Id private String id;

  private int failures;

  private int locks;

  @Column(name = "locked_at")
  @Convert(converter = InstantMillis.class)
  private Instant lockedAt;

  @Column(name = "locked_until")
  @Convert(converter = InstantMillis.class)
  private Instant lockedUntil;

  @Column(name = "touched_at")
  @Convert(converter = InstantMillis.class)
  private Instant touchedAt;

  /** For JPA only. */
  protected SignInFailureRow() {}

  SignInFailures.Count count() {
    return new SignInFailures.Count(failures, locks, lockedUntil, lockedAt);
  }
}
