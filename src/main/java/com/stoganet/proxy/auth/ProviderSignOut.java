package com.stoganet.proxy.auth;

import com.stoganet.proxy.shared.ApiException;
import com.stoganet.proxy.shared.Background;
import com.stoganet.proxy.shared.Log;
import com.stoganet.proxy.shared.Service;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * Tells the identity provider that sessions have ended.
 *
 * <p>No request waits for it; what it cannot be told now stays in the database until it can. Each
 * session has a time of its own at which it is told again, so that one that the provider refuses
 * for long, such as that of a child in the night, does not keep the others waiting.
 */
@Service
public class ProviderSignOut {

  private static final Log LOG = Log.of(ProviderSignOut.class);
  private static final int AT_A_TIME = 100;
  private static final Duration SOONEST = Duration.ofSeconds(20);
  private static final Duration LATEST = Duration.ofHours(1);

  private final IdentityProvider provider;
  private final SessionCleanupStore sessions;
  private final Background background;
  private final Clock clock;

  @Inject
  public ProviderSignOut(
      IdentityProvider provider, SessionCleanupStore sessions, Background background, Clock clock) {
    this.provider = provider;
    this.sessions = sessions;
    this.background = background;
    this.clock = clock;
  }

  /** Tells it in the background that this session is over. */
  void soon(Session session) {
    Instant now = clock.instant();
    background.execute(() -> tell(session, now));
  }

  /** Tells it in the background that a sign-in comes to nothing; it is told once. */
  void soon(Identity identity) {
    background.execute(
        () -> {
          try {
            boolean unused = provider.signOut(identity.token(), identity.subject());
          } catch (ApiException e) {
            LOG.warn("Jellyfin could not be told to end a sign-in that was refused");
          }
        });
  }

  /** Tells it of everything that is due; stops when the provider does not work. */
  void catchUp() {
    for (SessionCleanupStore.Ended ended : sessions.unknownToProvider(clock.instant(), AT_A_TIME)) {
      if (!tell(ended.session(), ended.endedAt())) {
        return;
      }
    }
  }

  /** Whether the provider works. */
  private boolean tell(Session session, Instant endedAt) {
    boolean works = true;
    try {
      if (provider.signOut(session.providerToken(), session.user().subject())) {
        sessions.providerKnows(session.id());
        return true;
      }
    } catch (ApiException e) {
      works = false;
    }
    LOG.info("Jellyfin will be told later that session " + session.id() + " is over");
    Instant now = clock.instant();
    sessions.tellProviderAt(session.id(), now.plus(pause(Duration.between(endedAt, now))));
    return works;
  }

  /** As long as it was tried before, so each time twice as long, within bounds. */
  private static Duration pause(Duration tried) {
    if (tried.compareTo(SOONEST) < 0) {
      return SOONEST;
    }
    return tried.compareTo(LATEST) < 0 ? tried : LATEST;
  }
}
