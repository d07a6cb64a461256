package com.stoganet.proxy.acquisition;

import com.stoganet.proxy.media.CatalogId;
import com.stoganet.proxy.shared.ApiException;

/**
 * Port: a request server (Seerr), which has its own rules for requests. When one is configured, it
 * decides about requests.
 *
 * <p>Every method throws {@link ApiException} backend_unavailable when the request server does not
 * answer.
 */
public interface RequestServer {

  /** Whether a request server is configured. */
  boolean configured();

  /** The request server's status of a title; waits for two seconds at most. */
  RequestState state(CatalogId.Tmdb id);

  /**
   * Requests a title as one of the request server's users, with that user's rights and never with
   * an administrator's. Succeeds when the title is already requested.
   *
   * @param jellyfinUserId the user who requests the title
   * @throws RequestRejectedException when the request server's rules forbid the request, or it does
   *     not know the title or the user
   */
  void ask(String jellyfinUserId, RequestedScope scope);

  /** The request server's status of a title. */
  enum RequestState {
    /** No user has requested the title, or it was deleted. */
    NOT_REQUESTED,
    /** A user has requested the title, and the request is not decided. */
    AWAITING_APPROVAL,
    /** Approved; this does not tell whether the title has a file. */
    APPROVED,
    BLOCKLISTED
  }
}
