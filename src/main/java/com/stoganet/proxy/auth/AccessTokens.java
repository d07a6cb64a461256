package com.stoganet.proxy.auth;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.stoganet.proxy.config.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.UUID;

/**
 * Issues access tokens; the container's MicroProfile JWT verifies them.
 *
 * <p>Issuer and audience also stand in the server's configuration: change them together.
 */
@ApplicationScoped
public class AccessTokens {

  static final String ISSUER = "stoganet-api-proxy";
  static final String AUDIENCE = "stoganet-apps";

  private final Clock clock;
  private final SigningKey key;
  private final Duration lifetime;

  /** For the proxies of CDI only. */
  protected AccessTokens() {
    this.clock = null;
    this.key = null;
    this.lifetime = null;
  }

  @Inject
  public AccessTokens(Settings settings, Clock clock) {
    this.clock = clock;
    this.key = new SigningKey(settings);
    this.lifetime = settings.accessTokenLifetime();
  }

  /** A token for this session. */
  public String issue(Session session) {
    Instant now = clock.instant();
    JWTClaimsSet claims =
        new JWTClaimsSet.Builder()
            .issuer(ISSUER)
            .audience(AUDIENCE)
            .subject(session.user().id())
            .claim("upn", session.user().name())
            .claim("groups", groups(session.user()))
            .claim("sid", session.id())
            .jwtID(UUID.randomUUID().toString())
            .issueTime(Date.from(now))
            .expirationTime(Date.from(now.plus(lifetime)))
            .build();
    SignedJWT jwt = new SignedJWT(header(key.algorithm()), claims);
    try {
      JWSSigner signer = key.signer();
      jwt.sign(signer);
    } catch (JOSEException e) {
      throw new IllegalStateException("The access token cannot be signed", e);
    }
    return jwt.serialize();
  }

  /** This refresh token and a new access token. */
  Tokens with(String refreshToken, Session session) {
    return new Tokens(
        issue(session), refreshToken, Math.toIntExact(lifetime.toSeconds()), session.user());
  }

  /** Whether this is a token of ours whose only fault is its age. */
  public boolean expired(String token) {
    return key.verified(token)
        .map(claims -> claims.getExpirationTime())
        .map(expiry -> !expiry.toInstant().isAfter(clock.instant()))
        .orElse(false);
  }

  private static JWSHeader header(JWSAlgorithm algorithm) {
    return new JWSHeader.Builder(algorithm).type(JOSEObjectType.JWT).build();
  }

  private static List<String> groups(User user) {
    return user.administrator() ? List.of("user", "admin") : List.of("user");
  }
}
