package com.stoganet.proxy.auth;

import java.time.Instant;
import java.util.List;

/** Port: what is to be done about sessions that are no longer used. */
public interface SessionCleanupStore {

  /** Sessions that are over, of which the identity provider is to be told now. */
  List<Ended> unknownToProvider(Instant now, int limit);

  /** Has the provider told of a session that is over, but not before this time. */
  void tellProviderAt(String sessionId, Instant time);

  /** A session that is over, and since when. */
  record Ended(Session session, Instant endedAt) {}

  /** Forgets the provider's token of a session that is over. */
  void providerKnows(String sessionId);

  /** Sessions that last, but have no refresh token that works. */
  List<Session> abandoned(Instant now, int limit);

  /**
   * Removes what is no longer needed.
   *
   * @param ended sessions that were over before
   * @param expired refresh tokens that had expired before
   * @param forgiven successors of tokens that were used before
   */
  void purge(Instant ended, Instant expired, Instant forgiven);
}
