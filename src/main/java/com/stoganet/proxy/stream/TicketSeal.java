package com.stoganet.proxy.stream;

import com.stoganet.proxy.config.Settings;
import com.stoganet.proxy.media.JellyfinId;
import com.stoganet.proxy.shared.AddressSigner;
import com.stoganet.proxy.shared.AddressSigner.Grant;
import com.stoganet.proxy.shared.Service;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Writes tickets as signed grants, and reads those that are genuine. */
@Service
public class TicketSeal {

  /** Separates this key from every other one derived from the same secret. */
  private static final String PURPOSE = "stoganet-api-proxy stream ticket key 1";

  private static final int IDS = 4;

  /** Tickets of the previous key are about for as long as they last. */
  private final AddressSigner signer;

  @Inject
  public TicketSeal(Settings settings) {
    this.signer = new AddressSigner(settings.keys().derived(PURPOSE));
  }

  /** The ticket as it stands in an address: letters, digits, dashes and underscores. */
  String write(Ticket ticket) {
    return signer.ticket(
        new Grant(
            (byte) ticket.kind().ordinal(),
            ticket.expires(),
            List.of(ticket.session(), ticket.user(), id(ticket.item()), id(ticket.source()))));
  }

  /** Empty for everything that we did not write. */
  Optional<Ticket> read(String text) {
    return signer.grant(text).filter(grant -> grant.ids().size() == IDS).map(TicketSeal::ticket);
  }

  private static Ticket ticket(Grant grant) {
    List<UUID> ids = grant.ids();
    return new Ticket(
        Ticket.Kind.values()[grant.kind()],
        ids.get(0),
        ids.get(1),
        id(ids.get(2)),
        id(ids.get(3)),
        grant.expires());
  }

  private static UUID id(JellyfinId id) {
    return new UUID(id.high(), id.low());
  }

  private static JellyfinId id(UUID id) {
    return new JellyfinId(id.getMostSignificantBits(), id.getLeastSignificantBits());
  }
}
