package com.stoganet.proxy.auth;

import com.stoganet.proxy.shared.ApiException;
import com.stoganet.proxy.shared.Caller;
import com.stoganet.proxy.shared.ErrorCode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Finds out who is calling, or why nobody may. */
@ApplicationScoped
public class Callers {

  private final SessionStore sessions;
  private final AccessTokens accessTokens;

  /** For the proxies of CDI only. */
  protected Callers() {
    this(null, null);
  }

  @Inject
  public Callers(SessionStore sessions, AccessTokens accessTokens) {
    this.sessions = sessions;
    this.accessTokens = accessTokens;
  }

  /**
   * The caller with this session.
   *
   * @param sessionId the sid of a token that the container verified; null is no session
   * @throws ApiException token_invalid when the session is unknown or was ended
   */
  public Caller ofSession(String sessionId) {
    if (sessionId == null) {
      throw invalid();
    }
    Session session = sessions.find(sessionId).orElseThrow(Callers::invalid);
    User user = session.user();
    return new Caller(session.id(), user.id(), user.subject(), session.providerToken());
  }

  /** Why the container turned this bearer token down; null stands for a missing one. */
  public ApiException refusalOf(String token) {
    if (token == null) {
      return ApiException.of(ErrorCode.TOKEN_INVALID, "An access token is needed.");
    }
    return accessTokens.expired(token)
        ? ApiException.of(ErrorCode.TOKEN_EXPIRED, "The access token has expired; refresh it.")
        : invalid();
  }

  private static ApiException invalid() {
    return ApiException.of(ErrorCode.TOKEN_INVALID, "The access token is not valid; sign in.");
  }
}
