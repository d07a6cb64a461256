package com.stoganet.proxy.auth;

import com.stoganet.proxy.shared.ApiException;
import com.stoganet.proxy.shared.ErrorCode;
import com.stoganet.proxy.shared.Log;
import com.stoganet.proxy.shared.Service;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Confirms with the identity provider that a session is still valid, and reads changes of the user.
 */
@Service
public class SessionRevalidation {

  private static final Log LOG = Log.of(SessionRevalidation.class);

  /**
   * After it, the next request or refresh asks whether the user was disabled or has other rights.
   */
  private static final Duration TRUSTED = Duration.ofMinutes(4);

  /** A provider that does not answer is not asked by every request. */
  private static final Duration LEFT_ALONE = Duration.ofSeconds(5);

  private final IdentityProvider provider;
  private final SessionStore sessions;
  private final SessionTermination termination;
  private final Clock clock;
  private volatile Instant askAgainAt = Instant.MIN;

  @Inject
  public SessionRevalidation(
      IdentityProvider provider,
      SessionStore sessions,
      SessionTermination termination,
      Clock clock) {
    this.provider = provider;
    this.sessions = sessions;
    this.termination = termination;
    this.clock = clock;
  }

  /**
   * Asks the provider if that is due; one that does not answer changes nothing.
   *
   * @return whether it was asked and answered, so that the session may have changed
   * @throws ApiException jellyfin_session_expired when it does not know the session any more, which
   *     is over then, or while it does not let the user in
   */
  boolean require(Session session) {
    return require(session, TRUSTED);
  }

  /** The same if the provider last answered for the session longer ago than {@code trusted}. */
  boolean require(Session session, Duration trusted) {
    Instant now = clock.instant();
    boolean due = !session.usage().checkedAt().plus(trusted).isAfter(now);
    if (!due || now.isBefore(askAgainAt)) {
      return false;
    }
    try {
      ask(session);
      return true;
    } catch (ApiException e) {
      if (e.code() == ErrorCode.JELLYFIN_SESSION_EXPIRED) {
        throw e;
      }
      askAgainAt = now.plus(LEFT_ALONE);
      LOG.info("Jellyfin cannot be asked about session " + session.id() + "; trying again later");
      return false;
    }
  }

  /**
   * What to answer when the provider refused a request of this session as if it did not know it.
   *
   * <p>A refusal of Jellyfin 12 is confirmed before the user is signed out for it, and its reason
   * is found out. One with a reason that the provider does not confirm concerns this request only.
   */
  ApiException confirmed(Session session, ApiException refusal) {
    try {
      ask(session);
    } catch (ApiException e) {
      return e;
    }
    return refusal.details().isEmpty()
        ? ApiException.unavailable("Jellyfin refused this request of a valid session.", refusal)
        : refusal;
  }

  private void ask(Session session) {
    Optional<IdentityProvider.Profile> profile =
        provider.profile(session.providerToken(), session.user().subject());
    if (profile.isEmpty()) {
      termination.end(session, Session.End.PROVIDER_ENDED, null);
      throw ApiException.sessionExpired();
    }
    sessions.checked(session, profile.get(), clock.instant());
  }
}
