package com.stoganet.proxy.requests;

import com.stoganet.proxy.acquisition.RequestedScope;
import com.stoganet.proxy.discovery.RatingScore;
import com.stoganet.proxy.media.CatalogId;
import com.stoganet.proxy.requests.Request.Status;
import com.stoganet.proxy.shared.ApiException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Port: durable storage of requests.
 *
 * <p>Every method throws {@link ApiException} backend_unavailable without a database.
 */
public interface RequestStore {

  /**
   * A request before it is stored.
   *
   * @param most how much its requester may request since {@code since}; 0 when there is no limit
   */
  record Draft(
      String userId,
      RequestedScope scope,
      String name,
      String server,
      Optional<RatingScore> ratingCap,
      int cost,
      Status status,
      int most,
      Instant since) {}

  /**
   * Stores a request.
   *
   * @return empty when the quota does not allow it; the existing request when the user has an open
   *     one for the same scope
   */
  Optional<Request> add(Draft draft, Instant now);

  Optional<Request> find(String id);

  /**
   * Requests, the newest first; of all users when {@code userId} is null, with any status when none
   * is given.
   */
  List<Request> list(String userId, Set<Status> statuses, int limit);

  /** The open requests of a user for a title. */
  List<Request> openOf(String userId, CatalogId.Tmdb title);

  /** The requests since {@code since} that count for a quota, the oldest first. */
  List<Request> counted(String userId, Instant since);

  /**
   * Changes the status of a request.
   *
   * @param reason a text for people; empty when there is none
   * @return false when the request does not have the status {@code from}
   */
  boolean move(String id, Status from, Status to, String reason, Instant now);

  /**
   * Claims approved requests that are due, the oldest first, and marks them as being sent; each is
   * given to one proxy, which has until {@code until}.
   */
  List<Request> claim(Instant now, Instant until, int most);

  /**
   * Returns a request to approved because its server did not answer; it is due again at {@code
   * until}.
   */
  void postpone(String id, Instant until);

  /** All requests of which a server was told, to check whether their titles have arrived. */
  List<Request> sent();
}
