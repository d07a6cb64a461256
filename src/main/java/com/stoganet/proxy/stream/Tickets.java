package com.stoganet.proxy.stream;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.stoganet.proxy.auth.CallerResolver;
import com.stoganet.proxy.config.Settings;
import com.stoganet.proxy.media.JellyfinId;
import com.stoganet.proxy.media.Subtitle;
import com.stoganet.proxy.shared.ApiException;
import com.stoganet.proxy.shared.Caller;
import com.stoganet.proxy.shared.ClientAddress;
import com.stoganet.proxy.shared.Service;
import com.stoganet.proxy.shared.TicketFailures;
import com.stoganet.proxy.stream.MediaSource.MediaFile;
import com.stoganet.proxy.stream.MediaSource.MediaItem;
import com.stoganet.proxy.stream.PlayLinks.SubtitleLink;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/** Gives out addresses that need no header, and knows who comes with one. */
@Service
public class Tickets {

  private static final Duration SHORTEST = Duration.ofHours(6);
  private static final Duration LONGEST = Duration.ofHours(24);

  /** A user who is watching may go on: a ticket used within this time is still good. */
  private static final Duration SLIDING = Duration.ofHours(6);

  private static final long ROOM = 10_000;

  private final TicketSeal seal;
  private final StreamAuthorization authorization;
  private final CallerResolver callerResolver;
  private final Settings settings;
  private final Clock clock;
  private final Cache<Ticket, Instant> used =
      Caffeine.newBuilder().maximumSize(ROOM).expireAfterWrite(SLIDING).build();

  @Inject
  public Tickets(
      TicketSeal seal,
      StreamAuthorization authorization,
      CallerResolver callerResolver,
      Settings settings,
      Clock clock) {
    this.seal = seal;
    this.authorization = authorization;
    this.callerResolver = callerResolver;
    this.settings = settings;
    this.clock = clock;
  }

  /**
   * Addresses of a video and its subtitles, good for twice its length, but for 6 hours at least and
   * for 24 at most.
   *
   * @param source which version; null for the default one
   * @throws ApiException item_not_found when the caller may not see it
   */
  PlayLinks issue(Caller caller, JellyfinId id, JellyfinId source) {
    MediaItem item = authorization.admit(caller, id, source);
    MediaFile file = item.file(source);
    Duration life = life(item.runtimeMillis());
    Instant expires = clock.instant().plus(life).truncatedTo(ChronoUnit.SECONDS);
    String subtitles =
        address(ticket(caller, Ticket.Kind.SUBTITLES, file, expires)) + "/subtitles/";
    return new PlayLinks(
        address(ticket(caller, Ticket.Kind.VIDEO, file, expires)),
        Math.toIntExact(life.toSeconds()),
        file.subtitles().stream()
            .filter(Subtitle::text)
            .map(track -> new SubtitleLink(track, subtitles + track.index()))
            .toList());
  }

  private static Duration life(long runtimeMillis) {
    Duration twice = Duration.ofMillis(2 * runtimeMillis);
    Duration life = twice.compareTo(SHORTEST) < 0 ? SHORTEST : twice;
    return life.compareTo(LONGEST) > 0 ? LONGEST : life;
  }

  private static Ticket ticket(Caller caller, Ticket.Kind kind, MediaFile file, Instant expires) {
    return new Ticket(
        kind,
        UUID.fromString(caller.sessionId()),
        UUID.fromString(caller.userId()),
        file.id(),
        file.source(),
        expires);
  }

  private String address(Ticket ticket) {
    return settings.proxyBaseUrl() + "/play/" + seal.write(ticket) + '/' + ticket.item().hex();
  }

  /**
   * The ticket in the address of a request.
   *
   * @throws ApiException token_invalid (403) when it is not ours, or for something else;
   *     token_expired (410) when it was not used for too long
   */
  Ticket accept(StreamRoute route) {
    Ticket.Kind kind = route.subtitles().isPresent() ? Ticket.Kind.SUBTITLES : Ticket.Kind.VIDEO;
    Ticket ticket =
        seal.read(route.ticket())
            .filter(found -> found.kind() == kind && found.item().equals(route.item()))
            .orElseThrow(TicketFailures::notGood);
    Instant now = clock.instant();
    if (now.isAfter(ticket.expires()) && !usedLately(ticket, now)) {
      throw TicketFailures.expired();
    }
    return ticket;
  }

  private boolean usedLately(Ticket ticket, Instant now) {
    Instant last = used.getIfPresent(ticket);
    return last != null && last.plus(SLIDING).isAfter(now);
  }

  /**
   * Who comes with this ticket, which is good for some more time now.
   *
   * @throws ApiException token_invalid or jellyfin_session_expired when its session is over
   */
  Caller callerOf(Ticket ticket, ClientAddress from) {
    Caller caller =
        callerResolver.ofSession(ticket.session().toString(), ticket.user().toString(), from);
    keep(ticket);
    return caller;
  }

  /** Records the use, which extends the ticket. */
  void keep(Ticket ticket) {
    used.put(ticket, clock.instant());
  }
}
