package com.stoganet.proxy.events;

import com.stoganet.proxy.auth.CallerResolver;
import com.stoganet.proxy.config.Settings;
import com.stoganet.proxy.shared.ApiException;
import com.stoganet.proxy.shared.Caller;
import com.stoganet.proxy.shared.ClientAddress;
import com.stoganet.proxy.shared.Seal;
import com.stoganet.proxy.shared.TicketFailures;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;

/**
 * Gives out addresses for the EventSource of browsers, which sends no header, and knows who comes
 * with one.
 */
@ApplicationScoped
public class EventTickets {

  /** Separates this key from every other one: no other kind of ticket opens events. */
  private static final String PURPOSE = "stoganet-api-proxy event ticket key 1";

  /** An EventSource connects again and again with the same address. */
  private static final Duration LIFE = Duration.ofHours(24);

  private static final int CONTENT_BYTES = 5 * Long.BYTES;

  private final Settings settings;
  private final CallerResolver callerResolver;
  private final Clock clock;
  private final Seal seal;

  /** For the proxies of CDI only. */
  protected EventTickets() {
    this.settings = null;
    this.callerResolver = null;
    this.clock = null;
    this.seal = null;
  }

  @Inject
  public EventTickets(Settings settings, CallerResolver callerResolver, Clock clock) {
    this.settings = settings;
    this.callerResolver = callerResolver;
    this.clock = clock;
    this.seal = new Seal(settings.keys().derived(PURPOSE));
  }

  EventAddress issue(Caller caller) {
    ByteBuffer content = ByteBuffer.allocate(CONTENT_BYTES);
    content.putLong(clock.instant().plus(LIFE).getEpochSecond());
    put(content, UUID.fromString(caller.sessionId()));
    put(content, UUID.fromString(caller.userId()));
    return new EventAddress(
        settings.proxyBaseUrl() + "/events/" + seal.write(content.array()),
        Math.toIntExact(LIFE.toSeconds()));
  }

  /**
   * Who comes with this ticket.
   *
   * @throws ApiException token_invalid (403) when it is not ours, token_expired (410) when it is
   *     too old; token_invalid or jellyfin_session_expired when its session is over
   */
  Caller callerOf(String ticket, ClientAddress from) {
    ByteBuffer content =
        seal.read(ticket)
            .filter(bytes -> bytes.length == CONTENT_BYTES)
            .map(ByteBuffer::wrap)
            .orElseThrow(TicketFailures::notGood);
    if (clock.instant().getEpochSecond() > content.getLong()) {
      throw TicketFailures.expired();
    }
    UUID session = new UUID(content.getLong(), content.getLong());
    UUID user = new UUID(content.getLong(), content.getLong());
    return callerResolver.ofSession(session.toString(), user.toString(), from);
  }

  private static void put(ByteBuffer content, UUID id) {
    content.putLong(id.getMostSignificantBits()).putLong(id.getLeastSignificantBits());
  }
}
