package com.stoganet.proxy.requests;

import com.stoganet.proxy.acquisition.RequestedScope;
import com.stoganet.proxy.media.CatalogId;
import com.stoganet.proxy.requests.Request.Status;
import com.stoganet.proxy.shared.ApiException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * Port: where requests are kept; what is in it survives everything.
 *
 * <p>Every method throws {@link ApiException} backend_unavailable without a database.
 */
public interface RequestStore {

  /**
   * A request before it is kept.
   *
   * @param most how much its asker may ask for since {@code since}; 0 when there is no limit
   */
  record Draft(
      String userId,
      RequestedScope scope,
      String name,
      String server,
      OptionalInt ratingCap,
      int cost,
      Status status,
      int most,
      Instant since) {}

  /**
   * Keeps a request.
   *
   * @return empty when the asker's quota does not allow it; the other one when the asker has an
   *     open one for the same
   */
  Optional<Request> add(Draft draft, Instant now);

  Optional<Request> find(String id);

  /**
   * The newest first; of everybody when {@code userId} is null, with any status when none is given.
   */
  List<Request> list(String userId, Set<Status> statuses, int limit);

  /** The open ones of a user for a title. */
  List<Request> openOf(String userId, CatalogId.Tmdb title);

  /** How much of a quota was used since then, and by which requests, the oldest first. */
  List<Request> counted(String userId, Instant since);

  /**
   * Moves a request from one status to another.
   *
   * @param reason for people; empty when there is none
   * @return false when it was not, or no longer, in the first one
   */
  boolean move(String id, Status from, Status to, String reason, Instant now);

  /**
   * Approved requests that may be handed on by now, the oldest first, as being sent; each is given
   * to one proxy, which has until {@code until} for it.
   */
  List<Request> claim(Instant now, Instant until, int most);

  /** A server did not answer: it is approved as before, and tried again at that time. */
  void postpone(String id, Instant until);

  /** All that were handed on, to find out which of them are here. */
  List<Request> sent();
}
