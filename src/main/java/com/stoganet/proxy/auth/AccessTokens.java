package com.stoganet.proxy.auth;

import com.stoganet.proxy.config.Settings;
import com.stoganet.proxy.shared.Service;
import jakarta.inject.Inject;
import jakarta.json.Json;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Issues access tokens, and recognizes its own.
 *
 * <p>The container's MicroProfile JWT verifies them too, but accepts much that the proxy never
 * writes. Issuer and audience are also in the server's configuration: change them together.
 */
@Service
public class AccessTokens {

  static final String ISSUER = "stoganet-api-proxy";
  static final String AUDIENCE = "stoganet-apps";

  /** Longest token that is verified, in characters; the proxy's own have about 1,000. */
  private static final int LONGEST = 4096;

  private final Clock clock;
  private final Duration lifetime;

  /** Both are null as long as the settings are wrong. */
  private final SigningKey key;

  private final SigningKey previousKey;

  @Inject
  public AccessTokens(Settings settings, Clock clock) {
    this.clock = clock;
    this.lifetime = settings.accessTokenLifetime();
    this.key = settings.complete() ? SigningKey.current(settings.keys()) : null;
    this.previousKey =
        settings.complete() ? SigningKey.previous(settings.keys()).orElse(null) : null;
  }

  /** A token for this session. */
  public String issue(Session session) {
    Instant now = clock.instant();
    return key.sign(
        Json.createObjectBuilder()
            .add("iss", ISSUER)
            .add("aud", AUDIENCE)
            .add("sub", session.user().id())
            .add("upn", session.user().name())
            .add("groups", Json.createArrayBuilder(groups(session.user())))
            .add("sid", session.id())
            .add("jti", UUID.randomUUID().toString())
            .add("iat", now.getEpochSecond())
            .add("exp", now.plus(lifetime).getEpochSecond())
            .build()
            .toString());
  }

  /** This refresh token and a new access token. */
  IssuedTokens with(String refreshToken, Session session) {
    return new IssuedTokens(
        issue(session), refreshToken, Math.toIntExact(lifetime.toSeconds()), session.user());
  }

  /** What a token of ours says; empty when it is not ours, or too old. */
  Optional<AccessClaims> accept(String token) {
    long now = now();
    return claims(key, token).filter(claims -> !claims.expired(now));
  }

  /**
   * Whether this is a token of the proxy whose only fault is its age.
   *
   * <p>A token of the previous key counts as too old, however young it is: the container knows one
   * key only. The app then refreshes, and no user has to sign in because a key was changed.
   */
  boolean expired(String token) {
    long now = now();
    return claims(previousKey, token).isPresent()
        || claims(key, token).filter(claims -> claims.expired(now)).isPresent();
  }

  /** What a token of ours says, however old it is. */
  Optional<AccessClaims> genuine(String token) {
    return claims(key, token).or(() -> claims(previousKey, token));
  }

  private Optional<AccessClaims> claims(SigningKey signedWith, String token) {
    if (signedWith == null || token.length() > LONGEST) {
      return Optional.empty();
    }
    long now = now();
    return signedWith
        .verified(token)
        .flatMap(AccessClaims::read)
        .filter(claims -> claims.plausible(now));
  }

  private long now() {
    return clock.instant().getEpochSecond();
  }

  private static List<String> groups(User user) {
    return user.administrator() ? List.of("user", "admin") : List.of("user");
  }
}
