package com.stoganet.proxy.shared;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** HMAC-SHA-256, and the keys that are derived with it. */
public final class Hmac {

  private static final String ALGORITHM = "HmacSHA256";
  private static final int BYTES = 32;
  private static final int FINGERPRINT_BYTES = 9;

  private Hmac() {}

  /** The code of a message. */
  public static byte[] of(byte[] key, byte[] message) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(key, ALGORITHM));
      return mac.doFinal(message);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java platform has HMAC-SHA-256", e);
    }
  }

  /**
   * A key of 32 bytes for one purpose: HKDF (RFC 5869) without salt, one block.
   *
   * <p>Nothing about the secret follows from it, nor about the keys for other purposes.
   */
  public static byte[] derivedKey(byte[] secret, String purpose) {
    byte[] extracted = of(new byte[BYTES], secret);
    byte[] info = purpose.getBytes(StandardCharsets.UTF_8);
    return of(extracted, ByteBuffer.allocate(info.length + 1).put(info).put((byte) 1).array());
  }

  /** A key of 32 bytes for one purpose, derived from a text secret in UTF-8. */
  public static byte[] derivedKey(String secret, String purpose) {
    return derivedKey(secret.getBytes(StandardCharsets.UTF_8), purpose);
  }

  /** Tells one secret from another, for one purpose: 72 bits of a derived key, in base64url. */
  public static String fingerprint(byte[] secret, String purpose) {
    byte[] start = Arrays.copyOf(derivedKey(secret, purpose), FINGERPRINT_BYTES);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(start);
  }
}
