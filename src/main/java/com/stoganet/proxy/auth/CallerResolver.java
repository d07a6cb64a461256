package com.stoganet.proxy.auth;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.stoganet.proxy.config.WaitingPeriod;
import com.stoganet.proxy.shared.ApiException;
import com.stoganet.proxy.shared.Background;
import com.stoganet.proxy.shared.Caller;
import com.stoganet.proxy.shared.ClientAddress;
import com.stoganet.proxy.shared.ErrorCode;
import com.stoganet.proxy.shared.Service;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** Finds out who is calling, or why the request is refused. */
@Service
public class CallerResolver {

  /** A session that another proxy ended is over within this time; one that we ended, at once. */
  private static final Duration REMEMBERED = Duration.ofSeconds(5);

  /** How exactly devices are told when they were used last. */
  private static final Duration SEEN_EVERY = Duration.ofMinutes(1);

  /** How often the provider is asked about a session for which something long is done. */
  private static final Duration CONFIRMED_EVERY = WaitingPeriod.STILL_ALLOWED.length();

  private static final long ROOM = 10_000;

  private final SessionStore sessions;
  private final AccessTokens accessTokens;
  private final SessionRevalidation revalidation;
  private final RemoteAccess remoteAccess;
  private final Background background;
  private final Clock clock;

  /**
   * An app asks for many things at once, and neither the database nor Jellyfin is to be asked a
   * hundred times: the first one looks, the others wait for it.
   */
  private final Cache<String, CompletableFuture<Session>> known =
      Caffeine.newBuilder().maximumSize(ROOM).expireAfterWrite(REMEMBERED).build();

  @Inject
  public CallerResolver(
      SessionStore sessions,
      AccessTokens accessTokens,
      SessionRevalidation revalidation,
      RemoteAccess remoteAccess,
      Background background,
      Clock clock) {
    this.sessions = sessions;
    this.accessTokens = accessTokens;
    this.revalidation = revalidation;
    this.remoteAccess = remoteAccess;
    this.background = background;
    this.clock = clock;
  }

  /**
   * The caller with this token.
   *
   * @param token one that the container verified, which is not enough
   * @throws ApiException token_expired, or token_invalid when it is not as we make them, or its
   *     session is unknown, was ended, or belongs to another user; jellyfin_session_expired when
   *     Jellyfin ended it
   */
  public Caller of(String token, ClientAddress from) {
    AccessClaims claims = claims(token);
    return ofSession(claims.sessionId(), claims.userId(), from);
  }

  /**
   * The caller of a session that something else than a token vouches for.
   *
   * @throws ApiException like {@link #of}
   */
  public Caller ofSession(String sessionId, String userId, ClientAddress from) {
    Session session = session(sessionId, from);
    if (!userId.equals(session.user().id())) {
      throw TokenFailures.unknown();
    }
    return caller(session, from);
  }

  /**
   * The caller once more, while something long is done for them: another proxy may have ended the
   * session, and the provider is asked if it did not answer for it within a minute.
   *
   * @throws ApiException like {@link #of}; a provider that does not answer changes nothing
   */
  public Caller confirmed(Caller caller, ClientAddress from) {
    Session session = sessions.find(caller.sessionId()).orElseThrow(TokenFailures::unknown);
    if (!session.alive()) {
      throw TokenFailures.of(session.end());
    }
    revalidation.require(session, CONFIRMED_EVERY);
    return caller(session, from);
  }

  private Caller caller(Session session, ClientAddress from) {
    Caller caller =
        new Caller(
            session.id(),
            session.user().id(),
            session.user().subject(),
            session.user().administrator(),
            session.providerToken());
    if (!from.local() && !remoteAccess.allowed(caller)) {
      throw ApiException.of(
              ErrorCode.JELLYFIN_SESSION_EXPIRED,
              "This account may be used in the local network only.")
          .because(RemoteAccess.REFUSED);
    }
    return caller;
  }

  /**
   * The id of the session of this token, which may be over: who signs out twice is told the same
   * both times.
   *
   * @throws ApiException like {@link #of}, but not because the session was ended
   */
  public String sessionOf(String token) {
    AccessClaims claims = claims(token);
    return sessions
        .find(claims.sessionId())
        .filter(session -> claims.userId().equals(session.user().id()))
        .map(Session::id)
        .orElseThrow(TokenFailures::unknown);
  }

  private AccessClaims claims(String token) {
    return accessTokens.accept(token).orElseThrow(() -> refusalOf(token));
  }

  /** What to answer when Jellyfin refused the caller's request as if it did not know them. */
  public ApiException lost(Caller caller, ApiException refusal) {
    return sessions
        .find(caller.sessionId())
        .filter(Session::alive)
        .map(session -> revalidation.confirmed(session, refusal))
        .orElse(refusal);
  }

  private Session session(String sessionId, ClientAddress from) {
    CompletableFuture<Session> mine = new CompletableFuture<>();
    CompletableFuture<Session> other = known.asMap().putIfAbsent(sessionId, mine);
    if (other != null) {
      return result(other);
    }
    try {
      mine.complete(find(sessionId, from));
    } catch (RuntimeException e) {
      known.asMap().remove(sessionId, mine);
      mine.completeExceptionally(e);
    }
    return result(mine);
  }

  private static Session result(CompletableFuture<Session> lookup) {
    try {
      return lookup.join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof RuntimeException failure ? failure : e;
    }
  }

  private Session find(String sessionId, ClientAddress from) {
    Session session = sessions.find(sessionId).orElseThrow(TokenFailures::unknown);
    if (!session.alive()) {
      throw TokenFailures.of(session.end());
    }
    revalidation.require(session);
    Instant now = clock.instant();
    boolean moved = !session.usage().lastAddress().equals(from.text());
    if (moved || session.usage().lastSeenAt().plus(SEEN_EVERY).isBefore(now)) {
      background.execute(() -> sessions.seen(sessionId, from, now));
    }
    return session;
  }

  void forget(@Observes SessionEnded event) {
    known.invalidate(event.sessionId());
  }

  /** Why this bearer token was turned down; null stands for a missing one. */
  public ApiException refusalOf(String token) {
    if (token == null) {
      return ApiException.of(ErrorCode.TOKEN_INVALID, "An access token is needed.");
    }
    return accessTokens.expired(token)
        ? ApiException.of(ErrorCode.TOKEN_EXPIRED, "The access token has expired; refresh it.")
        : TokenFailures.unknown();
  }
}
