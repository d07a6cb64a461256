package com.stoganet.proxy.http.edge;

import com.stoganet.proxy.auth.CallerResolver;
import com.stoganet.proxy.shared.ApiException;
import com.stoganet.proxy.shared.Caller;
import com.stoganet.proxy.shared.ErrorCode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;

/** Ends the session of a caller whom Jellyfin does not know any more, once that is certain. */
@ApplicationScoped
public class LostJellyfinSession {

  private final CallerResolver callerResolver;

  /** For the proxies of CDI only. */
  protected LostJellyfinSession() {
    this(null);
  }

  @Inject
  public LostJellyfinSession(CallerResolver callerResolver) {
    this.callerResolver = callerResolver;
  }

  /** What to answer instead of this failure: mostly the same. */
  ApiException confirmed(ApiException failure, HttpServletRequest request) {
    // Whoever is not allowed at present has a reason; only a session that is lost has none.
    boolean lost =
        failure.code() == ErrorCode.JELLYFIN_SESSION_EXPIRED && failure.details().isEmpty();
    return lost && request.getAttribute(Caller.ATTRIBUTE) instanceof Caller caller
        ? callerResolver.lost(caller, failure)
        : failure;
  }
}
