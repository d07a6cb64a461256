package com.stoganet.proxy.persistence;

import com.stoganet.proxy.acquisition.RequestedScope;
import com.stoganet.proxy.discovery.RatingScore;
import com.stoganet.proxy.media.CatalogId;
import com.stoganet.proxy.requests.Request;
import com.stoganet.proxy.requests.Request.Status;
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
import java.util.Optional;

/** A row of {@code requests}: a user's request for a title. */
@Entity
@Table(name = "requests")
public class RequestRow {

  @Id private String id;

  @ManyToOne
  @JoinColumn(name = "user_id")
  private UserRow user;

  @Column(name = "title_id")
  private String titleId;

  /** Such as {@code 1,2}; empty for none. */
  private String seasons;

  /** Such as {@code 1x3,1x4}; empty for none. */
  private String episodes;

  private String name;
  private String server;

  @Column(name = "rating_cap")
  private Integer ratingCap;

  @Column(name = "rating_sub_cap")
  private Integer ratingSubCap;

  private int cost;

  @Enumerated(EnumType.STRING)
  private Status status;

  private String reason;

  @Column(name = "created_at")
  @Convert(converter = InstantMillis.class)
  private Instant createdAt;

  @Column(name = "decided_at")
  @Convert(converter = InstantMillis.class)
  private Instant decidedAt;

  /** When it may be handed over, once it is approved. */
  @Column(name = "due_at")
  @Convert(converter = InstantMillis.class)
  private Instant dueAt;

  /** For JPA only. */
  protected RequestRow() {}

  String id() {
    return id;
  }

  RequestedScope scope() {
    return new RequestedScope(
        (CatalogId.Tmdb) CatalogId.parse(titleId),
        RequestedScopeText.seasons(seasons),
        RequestedScopeText.episodes(episodes));
  }

  Status status() {
    return status;
  }

  String userId() {
    return user.id();
  }

  Request toRequest() {
    return new Request(
        id,
        new Request.Asker(user.id(), user.subject(), user.name()),
        scope(),
        name,
        server,
        Optional.ofNullable(ratingCap).map(score -> RatingScore.of(score, ratingSubCap)),
        cost,
        status,
        reason,
        createdAt,
        Optional.ofNullable(decidedAt));
  }
}
