package com.stoganet.proxy.auth;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;

/**
 * A refresh token: the client holds the secret, the database its hash only.
 *
 * @param secret 256 random bits in base64url
 * @param expiresAt when it stops working
 */
public record RefreshToken(String secret, Instant expiresAt) {

  /** How long somebody may stay away and still be signed in. */
  static final Duration LIFETIME = Duration.ofDays(90);

  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int BYTES = 32;

  /** A new one. */
  public static RefreshToken create(Instant now) {
    byte[] bytes = new byte[BYTES];
    RANDOM.nextBytes(bytes);
    String secret = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    return new RefreshToken(secret, now.plus(LIFETIME));
  }

  /** What the database knows: plain SHA-256 is enough for 256 random bits. */
  public String hash() {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(secret.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }

  /** Without the secret, so that it cannot slip into a log. */
  @Override
  public String toString() {
    return "RefreshToken[expiresAt=" + expiresAt + "]";
  }
}
