package com.stoganet.proxy.acquisition;

import com.stoganet.proxy.media.CatalogId;
import com.stoganet.proxy.shared.ApiException;

/**
 * Port: a server that accepts requests and has its own rules for them, a Seerr; where there is one,
 * it decides.
 *
 * <p>Every method throws {@link ApiException} backend_unavailable when it does not answer.
 */
public interface RequestServer {

  /** Whether there is one. */
  boolean configured();

  /** How it sees a title; waits for two seconds at most. */
  RequestState state(CatalogId.Tmdb id);

  /**
   * Asks for a title as one of its users, with that user's rights, never with an administrator's.
   * What was asked for already is no mistake.
   *
   * @param jellyfinUserId whose request it is
   * @throws RequestRejectedException when its rules forbid it, the title is unknown, or nobody
   *     there belongs to this user
   */
  void ask(String jellyfinUserId, RequestedScope scope);

  /** How it sees a title. */
  enum RequestState {
    /** Nobody asked, or what was there is deleted. */
    NOT_REQUESTED,
    /** Somebody asked, and it is not decided. */
    AWAITING_APPROVAL,
    /** Approved; whether there is a file is for others to say. */
    APPROVED,
    BLOCKLISTED
  }
}
