package com.stoganet.proxy.persistence;

import com.stoganet.proxy.config.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Seals secrets for the database with AES-256-GCM.
 *
 * <p>The id of the row is authenticated too, so a sealed value copied to another row does not open.
 */
@ApplicationScoped
public class SecretBox {

  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;

  /** Separates this key from every other one derived from the same secret. */
  private static final String PURPOSE = "stoganet-api-proxy data key 1";

  private final SecureRandom random = new SecureRandom();
  private final Settings settings;

  /** For the proxies of CDI only. */
  protected SecretBox() {
    this(null);
  }

  @Inject
  public SecretBox(Settings settings) {
    this.settings = settings;
  }

  /** The sealed form: nonce, ciphertext, tag. */
  public byte[] seal(String secret, String rowId) {
    byte[] nonce = new byte[NONCE_BYTES];
    random.nextBytes(nonce);
    byte[] sealed = run(Cipher.ENCRYPT_MODE, nonce, secret.getBytes(StandardCharsets.UTF_8), rowId);
    return ByteBuffer.allocate(nonce.length + sealed.length).put(nonce).put(sealed).array();
  }

  /**
   * The secret in clear.
   *
   * @throws IllegalStateException when the value was changed, moved, or sealed with another key
   */
  public String open(byte[] sealed, String rowId) {
    ByteBuffer buffer = ByteBuffer.wrap(sealed);
    byte[] nonce = new byte[NONCE_BYTES];
    buffer.get(nonce);
    byte[] ciphertext = new byte[buffer.remaining()];
    buffer.get(ciphertext);
    return new String(run(Cipher.DECRYPT_MODE, nonce, ciphertext, rowId), StandardCharsets.UTF_8);
  }

  private byte[] run(int mode, byte[] nonce, byte[] input, String rowId) {
    try {
      Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
      cipher.init(mode, new SecretKeySpec(key(), "AES"), new GCMParameterSpec(TAG_BITS, nonce));
      cipher.updateAAD(rowId.getBytes(StandardCharsets.UTF_8));
      return cipher.doFinal(input);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("A stored secret cannot be sealed or opened", e);
    }
  }

  /** HKDF-SHA-256 (RFC 5869) without salt, one block: exactly the 32 bytes AES-256 needs. */
  private byte[] key() throws GeneralSecurityException {
    byte[] secret = settings.keys().signing().getBytes(StandardCharsets.UTF_8);
    byte[] extracted = hmac(new byte[32], secret);
    byte[] info = PURPOSE.getBytes(StandardCharsets.UTF_8);
    return hmac(extracted, ByteBuffer.allocate(info.length + 1).put(info).put((byte) 1).array());
  }

  private static byte[] hmac(byte[] key, byte[] message) throws GeneralSecurityException {
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(key, "HmacSHA256"));
    return mac.doFinal(message);
  }
}
