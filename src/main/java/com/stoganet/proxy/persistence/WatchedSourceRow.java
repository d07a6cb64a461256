package com.stoganet.proxy.persistence;

import com.stoganet.proxy.media.JellyfinId;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** The version or part of an item that a user watched last. */
@Entity
@Table(name = "watched_sources")
public class WatchedSourceRow {

  /** User and item: one row for both, even if several proxies write it. */
  @Id private String id;

  @Column(name = "user_id")
  private String userId;

  private String item;

  private String source;

  @Column(name = "watched_at")
  @Convert(converter = InstantMillis.class)
  private Instant watchedAt;

  /** For JPA only. */
  protected WatchedSourceRow() {}

  JellyfinId item() {
    return JellyfinId.parse(item).orElseThrow();
  }

  JellyfinId source() {
    return JellyfinId.parse(source).orElseThrow();
  }
}
