package com.stoganet.proxy.auth;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.regex.Pattern;

/**
 * A refresh token: the client holds the secret, the database its hash only.
 *
 * @param secret the name of its family, which all tokens of a sign-in share, and 256 random bits
 * @param expiresAt when it stops working
 */
public record RefreshToken(String secret, Instant expiresAt) {

  /** How long somebody may stay away and still be signed in. */
  static final Duration LIFETIME = Duration.ofDays(90);

  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int FAMILY_BYTES = 16;
  private static final int SECRET_BYTES = 32;
  private static final int FAMILY_LETTERS = 22;
  private static final Pattern WELL_FORMED = Pattern.compile("[A-Za-z0-9_-]{65}");

  /** The first one of a new family. */
  public static RefreshToken create(Instant now) {
    return inFamily(random(FAMILY_BYTES), now);
  }

  /** What takes the place of the token with this secret. */
  static RefreshToken after(String secret, Instant now) {
    return inFamily(familyOf(secret), now);
  }

  /** Whether a text can be the secret of one; spares the database what cannot. */
  public static boolean wellFormed(String secret) {
    return secret != null && WELL_FORMED.matcher(secret).matches();
  }

  /** What all tokens of a sign-in have in common; nobody else can know it. */
  public static String familyOf(String secret) {
    return secret.substring(0, FAMILY_LETTERS);
  }

  /** What the database knows of a secret: plain SHA-256 is enough for 256 random bits. */
  public static String hash(String secret) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(secret.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }

  /** The same of this one. */
  public String hash() {
    return hash(secret);
  }

  private static RefreshToken inFamily(String family, Instant now) {
    return new RefreshToken(family + random(SECRET_BYTES), now.plus(LIFETIME));
  }

  private static String random(int length) {
    byte[] bytes = new byte[length];
    RANDOM.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  /** Without the secret, so that it cannot slip into a log. */
  @Override
  public String toString() {
    return "RefreshToken[expiresAt=" + expiresAt + "]";
  }
}
