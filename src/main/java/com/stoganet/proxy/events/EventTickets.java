package com.stoganet.proxy.events;

import com.stoganet.proxy.auth.CallerResolver;
import com.stoganet.proxy.config.Settings;
import com.stoganet.proxy.shared.AddressSigner;
import com.stoganet.proxy.shared.AddressSigner.Grant;
import com.stoganet.proxy.shared.ApiException;
import com.stoganet.proxy.shared.Caller;
import com.stoganet.proxy.shared.ClientAddress;
import com.stoganet.proxy.shared.Service;
import com.stoganet.proxy.shared.TicketFailures;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

/**
 * Creates addresses of the event stream for a browser's EventSource, which sends no Authorization
 * header, and finds the caller of such an address.
 */
@Service
public class EventTickets {

  /** Separates this key from all others: no other kind of ticket opens events. */
  private static final String PURPOSE = "stoganet-api-proxy event ticket key 1";

  /** An EventSource reconnects with the same address. */
  private static final Duration LIFE = Duration.ofHours(24);

  /** The key signs nothing else. */
  private static final byte KIND = 0;

  private static final int IDS = 2;

  private final Settings settings;
  private final CallerResolver callerResolver;
  private final Clock clock;
  private final AddressSigner signer;

  @Inject
  public EventTickets(Settings settings, CallerResolver callerResolver, Clock clock) {
    this.settings = settings;
    this.callerResolver = callerResolver;
    this.clock = clock;
    this.signer = new AddressSigner(settings.keys().derived(PURPOSE));
  }

  EventAddress issue(Caller caller) {
    List<UUID> ids = List.of(UUID.fromString(caller.sessionId()), UUID.fromString(caller.userId()));
    String ticket = signer.ticket(new Grant(KIND, clock.instant().plus(LIFE), ids));
    return new EventAddress(
        settings.proxyBaseUrl() + "/events/" + ticket, Math.toIntExact(LIFE.toSeconds()));
  }

  /**
   * The caller behind this ticket.
   *
   * @throws ApiException token_invalid (403) when it is not valid, token_expired (410) when it has
   *     expired; token_invalid or jellyfin_session_expired when its session has ended
   */
  Caller callerOf(String ticket, ClientAddress from) {
    Grant grant =
        signer
            .grant(ticket)
            .filter(found -> found.ids().size() == IDS)
            .orElseThrow(TicketFailures::notGood);
    if (grant.hasExpired(clock.instant())) {
      throw TicketFailures.expired();
    }
    return callerResolver.ofSession(
        grant.ids().get(0).toString(), grant.ids().get(1).toString(), from);
  }
}
