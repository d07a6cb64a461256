package com.stoganet.proxy.shared;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Signs what stands in addresses, so that a client can neither make one up nor change one.
 *
 * <p>HMAC-SHA-256, in base64url: letters, digits, dashes and underscores.
 */
public final class AddressSigner {

  /** How a signature is written; whether it is genuine is not known yet. */
  public static final Pattern SIGNATURE = Pattern.compile("[A-Za-z0-9_-]{22}");

  private static final int SIGNATURE_BYTES = 16;
  private static final int CODE_BYTES = 32;
  private static final int ID_BYTES = 2 * Long.BYTES;
  private static final int HEAD_BYTES = 1 + Long.BYTES;

  private final List<byte[]> keys;

  /**
   * What an address allows.
   *
   * @param kind distinguishes what one key signs
   * @param expires in whole seconds
   * @param ids whom and what it is for
   */
  public record Grant(byte kind, Instant expires, List<UUID> ids) {

    public Grant {
      ids = List.copyOf(ids);
    }

    /** Whether the time of the grant is over. */
    public boolean hasExpired(Instant now) {
      return now.isAfter(expires);
    }
  }

  /** The first key signs; what any of them signed is genuine. */
  public AddressSigner(List<byte[]> keys) {
    this.keys = keys;
  }

  /** The grant and its code in one text. */
  public String ticket(Grant grant) {
    ByteBuffer content = ByteBuffer.allocate(HEAD_BYTES + grant.ids().size() * ID_BYTES);
    content.put(grant.kind()).putLong(grant.expires().getEpochSecond());
    grant
        .ids()
        .forEach(
            id ->
                content.putLong(id.getMostSignificantBits()).putLong(id.getLeastSignificantBits()));
    byte[] code = Hmac.of(keys.get(0), content.array());
    return text(
        ByteBuffer.allocate(content.capacity() + code.length).put(content.flip()).put(code));
  }

  /** The grant in a ticket; empty for everything that {@link #ticket} did not write. */
  public Optional<Grant> grant(String ticket) {
    byte[] bytes = decoded(ticket);
    int length = bytes.length - CODE_BYTES;
    if (length < HEAD_BYTES || (length - HEAD_BYTES) % ID_BYTES != 0) {
      return Optional.empty();
    }
    byte[] content = Arrays.copyOf(bytes, length);
    byte[] code = Arrays.copyOfRange(bytes, length, bytes.length);
    boolean genuine =
        keys.stream().anyMatch(key -> MessageDigest.isEqual(code, Hmac.of(key, content)));
    return genuine ? Optional.of(read(ByteBuffer.wrap(content))) : Optional.empty();
  }

  /** The signature of a text that stands in the address as it is: 128 bits. */
  public String signature(String text) {
    return signature(keys.get(0), text);
  }

  /** Whether this is the signature of the text. */
  public boolean signed(String signature, String text) {
    byte[] offered = signature.getBytes(StandardCharsets.UTF_8);
    return keys.stream()
        .map(key -> signature(key, text).getBytes(StandardCharsets.UTF_8))
        .anyMatch(ours -> MessageDigest.isEqual(offered, ours));
  }

  private static String signature(byte[] key, String text) {
    byte[] code = Hmac.of(key, text.getBytes(StandardCharsets.UTF_8));
    return text(ByteBuffer.wrap(Arrays.copyOf(code, SIGNATURE_BYTES)));
  }

  private static Grant read(ByteBuffer content) {
    byte kind = content.get();
    Instant expires = Instant.ofEpochSecond(content.getLong());
    List<UUID> ids =
        Stream.generate(() -> new UUID(content.getLong(), content.getLong()))
            .limit(content.remaining() / ID_BYTES)
            .toList();
    return new Grant(kind, expires, ids);
  }

  /** Base64 has spellings that mean the same; only ours counts. */
  private static byte[] decoded(String text) {
    try {
      byte[] bytes = Base64.getUrlDecoder().decode(text);
      return text(ByteBuffer.wrap(bytes)).equals(text) ? bytes : new byte[0];
    } catch (IllegalArgumentException e) {
      return new byte[0];
    }
  }

  private static String text(ByteBuffer bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.array());
  }
}
