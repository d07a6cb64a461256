package com.stoganet.proxy.auth;

import java.time.Duration;
import java.time.Instant;
import java.util.regex.Pattern;

/**
 * A refresh token: the client holds the secret, the database its hash only.
 *
 * @param secret the name of its family, which all tokens of a sign-in share, and 256 random bits
 * @param expiresAt when it stops working
 */
public record RefreshToken(String secret, Instant expiresAt) {

  /** How long a user may stay away and still be signed in. */
  static final Duration LIFETIME = Duration.ofDays(90);

  private static final int FAMILY_BYTES = 16;
  private static final int FAMILY_LETTERS = 22;
  private static final Pattern WELL_FORMED = Pattern.compile("[A-Za-z0-9_-]{65}");

  /** The first one of a new family. */
  public static RefreshToken create(Instant now) {
    return inFamily(RandomSecret.random(FAMILY_BYTES), now);
  }

  /** The successor in the same family. */
  static RefreshToken after(String secret, Instant now) {
    return inFamily(familyOf(secret), now);
  }

  /** Whether a text can be the secret of one; spares the database what cannot. */
  public static boolean wellFormed(String secret) {
    return secret != null && WELL_FORMED.matcher(secret).matches();
  }

  /** The family prefix of the secret; as secret as the token. */
  public static String familyOf(String secret) {
    return secret.substring(0, FAMILY_LETTERS);
  }

  /** The hash under which the database stores a secret. */
  public static String hash(String secret) {
    return RandomSecret.hash(secret);
  }

  /** The hash of this token. */
  public String hash() {
    return hash(secret);
  }

  private static RefreshToken inFamily(String family, Instant now) {
    return new RefreshToken(family + RandomSecret.random(), now.plus(LIFETIME));
  }

  /** Without the secret, so that it cannot slip into a log. */
  @Override
  public String toString() {
    return "RefreshToken[expiresAt=" + expiresAt + "]";
  }
}
