package com.stoganet.proxy.requests;

import com.stoganet.proxy.acquisition.RequestedScope;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Somebody's wish for a title.
 *
 * @param asker who asked
 * @param name of the title; empty when nobody could tell it at that time
 * @param server the {@link com.stoganet.proxy.acquisition.Arr#name()} that is to get it
 * @param ratingCap the highest score the asker may see; the title is held against it once more
 *     before a server is told
 * @param cost how much of the asker's quota it takes
 * @param reason why it was declined or failed, for people; empty otherwise
 * @param decidedAt when an administrator decided
 */
public record Request(
    String id,
    Asker asker,
    RequestedScope scope,
    String name,
    String server,
    OptionalInt ratingCap,
    int cost,
    Status status,
    String reason,
    Instant createdAt,
    Optional<Instant> decidedAt) {

  static final String REMOVED = "It was removed before it came.";

  /**
   * Somebody who asked.
   *
   * @param userId our id
   * @param jellyfinUserId 32 hex digits
   * @param name as Jellyfin spelled it last
   */
  public record Asker(String userId, String jellyfinUserId, String name) {}

  /** How far it is. */
  public enum Status {
    /** An administrator has to decide. */
    PENDING,
    /** A server is to be told, as soon as it answers. */
    APPROVED,
    /** A server is being told at this moment: too late to take it back. */
    SENDING,
    /** A server was told; it is not here yet. */
    SENT,
    /** It is here. */
    FULFILLED,
    DECLINED,
    /** No server will get it, however often it is asked. */
    FAILED,
    /** Its asker took it back. */
    WITHDRAWN
  }

  /** Whether something is still to come of it. */
  public boolean open() {
    return switch (status) {
      case PENDING, APPROVED, SENDING, SENT -> true;
      case FULFILLED, DECLINED, FAILED, WITHDRAWN -> false;
    };
  }
}
