package com.stoganet.proxy.stream;

import com.stoganet.proxy.config.Settings;
import com.stoganet.proxy.media.JellyfinId;
import com.stoganet.proxy.shared.Seal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Writes tickets so that nobody can make one up, and reads those that are genuine. */
@ApplicationScoped
public class TicketSeal {

  /** Separates this key from every other one derived from the same secret. */
  private static final String PURPOSE = "stoganet-api-proxy stream ticket key 1";

  private static final int CONTENT_BYTES = 1 + 5 * Long.BYTES + 4 * Long.BYTES;

  /** Tickets of the previous key are about for as long as they last. */
  private final Seal seal;

  /** For the proxies of CDI only. */
  protected TicketSeal() {
    this.seal = null;
  }

  @Inject
  public TicketSeal(Settings settings) {
    this.seal = new Seal(settings.keys().derived(PURPOSE));
  }

  /** The ticket as it stands in an address: letters, digits, dashes and underscores. */
  String write(Ticket ticket) {
    ByteBuffer content = ByteBuffer.allocate(CONTENT_BYTES);
    content.put((byte) ticket.kind().ordinal()).putLong(ticket.expires().getEpochSecond());
    put(content, ticket.session());
    put(content, ticket.user());
    content.putLong(ticket.item().high()).putLong(ticket.item().low());
    content.putLong(ticket.source().high()).putLong(ticket.source().low());
    return seal.write(content.array());
  }

  /** Empty for everything that we did not write. */
  Optional<Ticket> read(String text) {
    return seal.read(text)
        .filter(content -> content.length == CONTENT_BYTES)
        .map(content -> ticket(ByteBuffer.wrap(content)));
  }

  private static Ticket ticket(ByteBuffer content) {
    Ticket.Kind kind = Ticket.Kind.values()[content.get()];
    Instant expires = Instant.ofEpochSecond(content.getLong());
    return new Ticket(
        kind,
        new UUID(content.getLong(), content.getLong()),
        new UUID(content.getLong(), content.getLong()),
        new JellyfinId(content.getLong(), content.getLong()),
        new JellyfinId(content.getLong(), content.getLong()),
        expires);
  }

  private static void put(ByteBuffer content, UUID id) {
    content.putLong(id.getMostSignificantBits()).putLong(id.getLeastSignificantBits());
  }
}
