package com.stoganet.proxy.requests;

import com.stoganet.proxy.acquisition.RequestedScope;
import com.stoganet.proxy.discovery.RatingScore;
import java.time.Instant;
import java.util.Optional;

/**
 * A user's request for a title.
 *
 * @param asker the user who made it
 * @param name of the title; empty when it was unknown at that time
 * @param server the {@link com.stoganet.proxy.acquisition.Arr#name()} that fetches it
 * @param ratingCap the highest score that the requester may see of titles beyond the library; the
 *     title is checked against it again before a server is told
 * @param cost how much of the requester's quota it takes
 * @param reason why it was declined or failed, as a text for people; empty otherwise
 * @param decidedAt when an administrator decided
 */
public record Request(
    String id,
    Asker asker,
    RequestedScope scope,
    String name,
    String server,
    Optional<RatingScore> ratingCap,
    int cost,
    Status status,
    String reason,
    Instant createdAt,
    Optional<Instant> decidedAt) {

  static final String REMOVED = "It was removed before it arrived.";

  /**
   * The user who made a request.
   *
   * @param userId the proxy's id
   * @param jellyfinUserId 32 hex digits
   * @param name the last spelling in Jellyfin
   */
  public record Asker(String userId, String jellyfinUserId, String name) {}

  /** The state of a request. */
  public enum Status {
    /** An administrator has to decide. */
    PENDING,
    /** A server has to be told, as soon as it answers. */
    APPROVED,
    /** A server is being told at this moment: too late to withdraw. */
    SENDING,
    /** A server was told; the library does not have the title yet. */
    SENT,
    /** The library has the title. */
    FULFILLED,
    DECLINED,
    /** No server will fetch it, and another attempt would not help. */
    FAILED,
    /** The requester withdrew it. */
    WITHDRAWN
  }

  /** Whether the request is still in progress. */
  public boolean open() {
    return switch (status) {
      case PENDING, APPROVED, SENDING, SENT -> true;
      case FULFILLED, DECLINED, FAILED, WITHDRAWN -> false;
    };
  }
}
