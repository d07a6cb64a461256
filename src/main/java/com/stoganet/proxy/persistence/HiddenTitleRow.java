package com.stoganet.proxy.persistence;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** A title that a user took off their row of things to go on with. */
@Entity
@Table(name = "hidden_titles")
public class HiddenTitleRow {

  /** User and title: one row for both, even if several proxies write it. */
  @Id private String id;

  @Column(name = "user_id")
  private String userId;

  @Column(name = "title_id")
  private String titleId;

  @Column(name = "hidden_at")
  @Convert(converter = InstantMillis.class)
  private Instant hiddenAt;

  /** For JPA only. */
  protected HiddenTitleRow() {}

  String titleId() {
    return titleId;
  }

  Instant hiddenAt() {
    return hiddenAt;
  }
}
