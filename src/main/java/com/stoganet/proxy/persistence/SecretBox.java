package com.stoganet.proxy.persistence;

import com.stoganet.proxy.config.Keys;
import com.stoganet.proxy.config.Settings;
import com.stoganet.proxy.shared.Hmac;
import com.stoganet.proxy.shared.Service;
import jakarta.inject.Inject;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Seals secrets for the database with AES-256-GCM.
 *
 * <p>The id of the row is authenticated too, so a sealed value copied to another row does not open.
 * Every key that was in use before and is still there opens; the newest one seals.
 */
@Service
public class SecretBox {

  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;

  /** Separates this key from every other one derived from the same secret. */
  private static final String PURPOSE = "stoganet-api-proxy data key 1";

  private final SecureRandom random = new SecureRandom();

  /** The first seals. */
  private final List<SecretKeySpec> keys;

  @Inject
  public SecretBox(Settings settings) {
    Keys known = settings.keys();
    this.keys =
        Stream.of(known.data(), known.previousData(), known.signing(), known.previousSigning())
            .filter(Objects::nonNull)
            .map(secret -> new SecretKeySpec(Hmac.derivedKey(secret, PURPOSE), "AES"))
            .toList();
  }

  /** The sealed form: nonce, ciphertext, tag. */
  public byte[] seal(String secret, String rowId) {
    byte[] nonce = new byte[NONCE_BYTES];
    random.nextBytes(nonce);
    try {
      byte[] sealed =
          cipher(Cipher.ENCRYPT_MODE, keys.get(0), nonce, rowId)
              .doFinal(secret.getBytes(StandardCharsets.UTF_8));
      return ByteBuffer.allocate(nonce.length + sealed.length).put(nonce).put(sealed).array();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("A secret cannot be sealed", e);
    }
  }

  /**
   * The secret in clear.
   *
   * @throws IllegalStateException when the value was changed, moved, or sealed with a key that is
   *     gone
   */
  public String open(byte[] sealed, String rowId) {
    return keys.stream()
        .flatMap(key -> opened(key, sealed, rowId).stream())
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("A stored secret does not open"));
  }

  /** The same secret sealed anew; empty when the newest key opens it already, or none does. */
  Optional<byte[]> renewed(byte[] sealed, String rowId) {
    if (opened(keys.get(0), sealed, rowId).isPresent()) {
      return Optional.empty();
    }
    return keys.stream()
        .skip(1)
        .flatMap(key -> opened(key, sealed, rowId).stream())
        .findFirst()
        .map(secret -> seal(secret, rowId));
  }

  private static Optional<String> opened(SecretKeySpec key, byte[] sealed, String rowId) {
    if (sealed.length < NONCE_BYTES) {
      return Optional.empty();
    }
    byte[] nonce = Arrays.copyOf(sealed, NONCE_BYTES);
    try {
      byte[] secret =
          cipher(Cipher.DECRYPT_MODE, key, nonce, rowId)
              .doFinal(sealed, NONCE_BYTES, sealed.length - NONCE_BYTES);
      return Optional.of(new String(secret, StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      return Optional.empty();
    }
  }

  private static Cipher cipher(int mode, SecretKeySpec key, byte[] nonce, String rowId)
      throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
    cipher.updateAAD(rowId.getBytes(StandardCharsets.UTF_8));
    return cipher;
  }
}
