package com.stoganet.proxy.http.edge;

import com.stoganet.proxy.auth.CallerResolver;
import com.stoganet.proxy.shared.ApiException;
import com.stoganet.proxy.shared.Caller;
import com.stoganet.proxy.shared.ErrorCode;
import com.stoganet.proxy.shared.Service;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;

/** Ends the session of a caller whom Jellyfin no longer knows, once Jellyfin confirms that. */
@Service
public class LostJellyfinSession {

  private final CallerResolver callerResolver;

  @Inject
  public LostJellyfinSession(CallerResolver callerResolver) {
    this.callerResolver = callerResolver;
  }

  /** The failure to answer instead of this one: in most cases the same. */
  ApiException confirmed(ApiException failure, HttpServletRequest request) {
    // A refusal with a reason is not a lost session; a lost session has no reason.
    boolean lost =
        failure.code() == ErrorCode.JELLYFIN_SESSION_EXPIRED && failure.details().isEmpty();
    return lost && request.getAttribute(Caller.ATTRIBUTE) instanceof Caller caller
        ? callerResolver.lost(caller, failure)
        : failure;
  }
}
