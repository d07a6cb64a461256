package com.stoganet.proxy.http.edge;

import com.stoganet.proxy.auth.CallerResolver;
import com.stoganet.proxy.shared.ApiException;
import com.stoganet.proxy.shared.Caller;
import com.stoganet.proxy.shared.ErrorCode;
import com.stoganet.proxy.shared.Service;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;

/**
 * Ends the session of a caller whom Jellyfin no longer knows, once Jellyfin confirms that, and
 * finds out why Jellyfin does not let a caller in now.
 */
@Service
public class LostJellyfinSession {

  private static final String UNEXPLAINED = "account_not_allowed";

  private final CallerResolver callerResolver;

  @Inject
  public LostJellyfinSession(CallerResolver callerResolver) {
    this.callerResolver = callerResolver;
  }

  /** The failure to answer instead of this one: in most cases the same. */
  ApiException confirmed(ApiException failure, HttpServletRequest request) {
    // A lost session has no reason; this one says only that Jellyfin refused a request.
    String reason = failure.details().getOrDefault("reason", UNEXPLAINED);
    boolean unexplained =
        failure.code() == ErrorCode.JELLYFIN_SESSION_EXPIRED && reason.equals(UNEXPLAINED);
    return unexplained && request.getAttribute(Caller.ATTRIBUTE) instanceof Caller caller
        ? callerResolver.lost(caller, failure)
        : failure;
  }
}
