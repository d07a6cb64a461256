package com.stoganet.proxy.shared;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/** Writes texts that nobody else can make up, and reads those that are genuine. */
public final class Seal {

  private static final int CODE_BYTES = 32;

  private final List<byte[]> keys;

  /** The first key seals; what any of them sealed is genuine. */
  public Seal(List<byte[]> keys) {
    this.keys = keys;
  }

  /** The content as it may stand in an address: letters, digits, dashes and underscores. */
  public String write(byte[] content) {
    byte[] code = Hmac.of(keys.get(0), content);
    return text(ByteBuffer.allocate(content.length + CODE_BYTES).put(content).put(code).array());
  }

  /** The content; empty for everything that we did not write. */
  public Optional<byte[]> read(String text) {
    byte[] bytes = decoded(text);
    int length = bytes.length - CODE_BYTES;
    if (length < 0) {
      return Optional.empty();
    }
    byte[] content = Arrays.copyOf(bytes, length);
    byte[] offered = Arrays.copyOfRange(bytes, length, bytes.length);
    boolean genuine =
        keys.stream().anyMatch(key -> MessageDigest.isEqual(offered, Hmac.of(key, content)));
    return genuine ? Optional.of(content) : Optional.empty();
  }

  /** Base64 has spellings that mean the same; only ours counts. */
  private static byte[] decoded(String text) {
    try {
      byte[] bytes = Base64.getUrlDecoder().decode(text);
      return text(bytes).equals(text) ? bytes : new byte[0];
    } catch (IllegalArgumentException e) {
      return new byte[0];
    }
  }

  private static String text(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
