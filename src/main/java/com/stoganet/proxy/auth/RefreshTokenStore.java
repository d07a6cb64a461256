package com.stoganet.proxy.auth;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Port: where refresh tokens are kept, by their hash. Failures surface as exceptions. */
public interface RefreshTokenStore {

  /** The token with this hash. */
  Optional<StoredToken> find(String hash);

  /**
   * Puts {@code next} in the place of the token with this hash, unless another request did before.
   *
   * @param address where its session is used
   * @return whether this call did it; of several at the same time, one does
   */
  boolean rotate(StoredToken token, RefreshToken next, String address, Instant now);

  /**
   * A token as it is kept.
   *
   * @param rotatedAt when it was used; null before that
   * @param successor the secret that took its place; null before that, and some time after
   */
  record StoredToken(
      String hash, Session session, Instant expiresAt, Instant rotatedAt, String successor) {

    boolean used() {
      return rotatedAt != null;
    }

    boolean expired(Instant now) {
      return !now.isBefore(expiresAt);
    }

    /** Whether the token was used within the grace period. */
    boolean forgiven(Instant now, Duration grace) {
      return successor != null && !now.isAfter(rotatedAt.plus(grace));
    }

    /** Without the secret, so that it cannot slip into a log. */
    @Override
    public String toString() {
      return "StoredToken[session=" + session + "]";
    }
  }
}
