package com.stoganet.proxy.auth;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.stoganet.proxy.shared.ApiException;
import com.stoganet.proxy.shared.Caller;
import com.stoganet.proxy.shared.ErrorCode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;

/** Finds out who is calling, or why nobody may. */
@ApplicationScoped
public class Callers {

  /** A session that was ended is over within this time. */
  private static final Duration REMEMBERED = Duration.ofSeconds(5);

  private static final long ROOM = 10_000;

  private final SessionStore sessions;
  private final AccessTokens accessTokens;

  /** An app asks for many things at once; the database has one connection. */
  private final Cache<String, Caller> known =
      Caffeine.newBuilder().maximumSize(ROOM).expireAfterWrite(REMEMBERED).build();

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
   * The caller with this token.
   *
   * @param token one that the container verified, which is not enough
   * @throws ApiException token_expired, or token_invalid when it is not as we make them, or its
   *     session is unknown, was ended, or is somebody else's
   */
  public Caller of(String token) {
    AccessClaims claims = accessTokens.accept(token).orElseThrow(() -> refusalOf(token));
    Caller caller = known.get(claims.sessionId(), this::find);
    if (!caller.userId().equals(claims.userId())) {
      throw invalid();
    }
    return caller;
  }

  private Caller find(String sessionId) {
    Session session = sessions.find(sessionId).orElseThrow(Callers::invalid);
    User user = session.user();
    return new Caller(session.id(), user.id(), user.subject(), session.providerToken());
  }

  /** Why this bearer token was turned down; null stands for a missing one. */
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
