package com.stoganet.proxy.auth;

import com.stoganet.proxy.config.Settings;
import com.stoganet.proxy.shared.ApiException;
import com.stoganet.proxy.shared.ErrorCode;
import com.stoganet.proxy.shared.Service;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * Refreshes tokens: each refresh token works once, and its successor belongs to the same session.
 *
 * <p>Two tabs refresh at once, answers get lost, apps are killed before they have saved what they
 * got: for a short while a used token gives the same successor again. After that it means that a
 * thief has a copy, and the sign-in ends, for the thief as for its owner.
 */
@Service
public class TokenRefresh {

  private final RefreshTokenStore tokens;
  private final AccessTokens accessTokens;
  private final SessionRevalidation revalidation;
  private final SessionTermination termination;
  private final Clock clock;
  private final Duration grace;

  @Inject
  public TokenRefresh(
      RefreshTokenStore tokens,
      AccessTokens accessTokens,
      SessionRevalidation revalidation,
      SessionTermination termination,
      Clock clock,
      Settings settings) {
    this.tokens = tokens;
    this.accessTokens = accessTokens;
    this.revalidation = revalidation;
    this.termination = termination;
    this.clock = clock;
    this.grace = settings.refreshGrace();
  }

  /**
   * The next pair of tokens.
   *
   * @throws ApiException token_invalid when the token is unknown, its session is over, or it was
   *     used before; token_expired; jellyfin_session_expired
   */
  public IssuedTokens with(String secret, ClientOrigin origin) {
    if (!RefreshToken.wellFormed(secret)) {
      throw TokenFailures.unknown();
    }
    RefreshTokenStore.StoredToken token = usable(secret, origin);
    if (revalidation.require(token.session())) {
      token = usable(secret, origin);
    }
    String newest = secret;
    while (true) {
      if (token.used()) {
        // Follows the successors to the newest unused token.
        newest = token.successor();
      } else if (newest.equals(secret)) {
        Instant now = clock.instant();
        RefreshToken next = RefreshToken.after(secret, now);
        if (tokens.rotate(token, next, origin.address().text(), now)) {
          return accessTokens.with(next.secret(), token.session());
        }
      } else {
        return accessTokens.with(newest, token.session());
      }
      token = usable(newest, origin);
    }
  }

  private RefreshTokenStore.StoredToken usable(String secret, ClientOrigin origin) {
    RefreshTokenStore.StoredToken token =
        tokens.find(RefreshToken.hash(secret)).orElseThrow(TokenFailures::unknown);
    if (!token.session().alive()) {
      throw TokenFailures.of(token.session().end());
    }
    Instant now = clock.instant();
    if (token.expired(now)) {
      throw ApiException.of(ErrorCode.TOKEN_EXPIRED, "The refresh token has expired; sign in.");
    }
    if (token.used() && !token.forgiven(now, grace)) {
      termination.end(token.session(), Session.End.REFRESH_REUSED, origin);
      throw TokenFailures.of(Session.End.REFRESH_REUSED);
    }
    return token;
  }
}
