package com.stoganet.proxy.stream;

import com.stoganet.proxy.config.Settings;
import com.stoganet.proxy.media.JellyfinId;
import com.stoganet.proxy.shared.Hmac;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Writes tickets so that nobody can make one up, and reads those that are genuine. */
@ApplicationScoped
public class TicketSeal {

  /** Separates this key from every other one derived from the same secret. */
  private static final String PURPOSE = "stoganet-api-proxy stream ticket key 1";

  private static final int CONTENT_BYTES = 1 + 5 * Long.BYTES + 4 * Long.BYTES;
  private static final int SEAL_BYTES = 32;

  /** The first seals; tickets of the previous one are about for as long as they last. */
  private final List<byte[]> keys;

  /** For the proxies of CDI only. */
  protected TicketSeal() {
    this.keys = List.of();
  }

  @Inject
  public TicketSeal(Settings settings) {
    this.keys = settings.keys().derived(PURPOSE);
  }

  /** The ticket as it stands in an address: letters, digits, dashes and underscores. */
  String write(Ticket ticket) {
    ByteBuffer text = ByteBuffer.allocate(CONTENT_BYTES + SEAL_BYTES);
    text.put((byte) ticket.kind().ordinal()).putLong(ticket.expires().getEpochSecond());
    put(text, ticket.session());
    put(text, ticket.user());
    text.putLong(ticket.item().high()).putLong(ticket.item().low());
    text.putLong(ticket.source().high()).putLong(ticket.source().low());
    text.put(seal(keys.get(0), text.array()));
    return Base64.getUrlEncoder().withoutPadding().encodeToString(text.array());
  }

  /** Empty for everything that we did not write. */
  Optional<Ticket> read(String text) {
    byte[] bytes = decoded(text);
    if (bytes.length != CONTENT_BYTES + SEAL_BYTES || !genuine(bytes)) {
      return Optional.empty();
    }
    ByteBuffer content = ByteBuffer.wrap(bytes);
    Ticket.Kind kind = Ticket.Kind.values()[content.get()];
    Instant expires = Instant.ofEpochSecond(content.getLong());
    return Optional.of(
        new Ticket(
            kind,
            new UUID(content.getLong(), content.getLong()),
            new UUID(content.getLong(), content.getLong()),
            new JellyfinId(content.getLong(), content.getLong()),
            new JellyfinId(content.getLong(), content.getLong()),
            expires));
  }

  private boolean genuine(byte[] bytes) {
    byte[] offered = new byte[SEAL_BYTES];
    System.arraycopy(bytes, CONTENT_BYTES, offered, 0, SEAL_BYTES);
    return keys.stream().anyMatch(key -> MessageDigest.isEqual(offered, seal(key, bytes)));
  }

  private static byte[] seal(byte[] key, byte[] bytes) {
    return Hmac.of(key, ByteBuffer.allocate(CONTENT_BYTES).put(bytes, 0, CONTENT_BYTES).array());
  }

  /** Base64 has spellings that mean the same; only ours counts. */
  private static byte[] decoded(String text) {
    try {
      byte[] bytes = Base64.getUrlDecoder().decode(text);
      String ours = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
      return ours.equals(text) ? bytes : new byte[0];
    } catch (IllegalArgumentException e) {
      return new byte[0];
    }
  }

  private static void put(ByteBuffer text, UUID id) {
    text.putLong(id.getMostSignificantBits()).putLong(id.getLeastSignificantBits());
  }
}
