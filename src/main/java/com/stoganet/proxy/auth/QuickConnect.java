package com.stoganet.proxy.auth;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.stoganet.proxy.shared.ApiException;
import com.stoganet.proxy.shared.Caller;
import com.stoganet.proxy.shared.ErrorCode;
import com.stoganet.proxy.shared.Service;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Signing in with a code that is typed in on a device that is signed in already.
 *
 * <p>The app polls with a token of ours; the provider's secret, which is worth a password, stays
 * here.
 */
@Service
public class QuickConnect {

  /** Jellyfin 12: so long a code waits for its approval. */
  public static final Duration LIFE = Duration.ofMinutes(10);

  /** How often an app should ask. */
  public static final Duration INTERVAL = Duration.ofSeconds(5);

  /** Who approves at the last moment is let in. */
  private static final Duration KEPT = LIFE.plusMinutes(1);

  private static final Duration PROVIDER_ASKED_EVERY = Duration.ofSeconds(2);
  private static final int MOST = 1_000;
  private static final int FULL_SECONDS = 60;

  private final QuickConnectProvider provider;
  private final QuickConnectStore store;
  private final SessionIssuer issuer;
  private final SessionStore sessions;
  private final SessionTermination termination;
  private final Clock clock;

  /** Polls within two seconds get 202 without a request to Jellyfin. */
  private final Cache<String, Boolean> asked =
      Caffeine.newBuilder().maximumSize(MOST).expireAfterWrite(PROVIDER_ASKED_EVERY).build();

  @Inject
  public QuickConnect(
      QuickConnectProvider provider,
      QuickConnectStore store,
      SessionIssuer issuer,
      SessionStore sessions,
      SessionTermination termination,
      Clock clock) {
    this.provider = provider;
    this.store = store;
    this.issuer = issuer;
    this.sessions = sessions;
    this.termination = termination;
    this.clock = clock;
  }

  /**
   * Begins an attempt.
   *
   * @param deviceLabel what to call the device; null or blank gives a default
   * @throws ApiException rate_limited when too many are under way; invalid_credentials with the
   *     reason quick_connect_disabled
   */
  public Started start(String deviceLabel, ClientOrigin origin) {
    requireRoom(store.count() < MOST);
    Device device = Device.create(deviceLabel, origin.client());
    QuickConnectProvider.Begun begun = provider.begin(device);
    String pollToken = RandomSecret.random();
    Instant now = clock.instant();
    QuickConnectAttempt attempt =
        new QuickConnectAttempt(
            RandomSecret.hash(pollToken), begun.secret(), device, now, now.plus(KEPT));
    // Others may have begun while the provider was asked.
    requireRoom(store.add(attempt, MOST));
    return new Started(begun.code(), pollToken);
  }

  private static void requireRoom(boolean room) {
    if (!room) {
      throw ApiException.of(ErrorCode.RATE_LIMITED, "Too many codes are waiting for approval.")
          .retryAfter(FULL_SECONDS);
    }
  }

  /**
   * The tokens, once: of several requests at the same time, one gets them.
   *
   * @return empty until a user has approved the code
   * @throws ApiException token_expired, with status 410, when the attempt is over
   */
  public Optional<IssuedTokens> poll(String pollToken, ClientOrigin origin) {
    QuickConnectAttempt attempt =
        store
            .find(RandomSecret.hash(pollToken))
            .filter(found -> clock.instant().isBefore(found.expiresAt()))
            .orElseThrow(QuickConnect::over);
    if (asked.asMap().putIfAbsent(attempt.id(), true) != null) {
      return Optional.empty();
    }
    Instant asking = clock.instant();
    return switch (provider.state(attempt.secret())) {
      case PENDING -> {
        store.pending(attempt.id(), asking);
        yield Optional.empty();
      }
      case GONE -> {
        store.remove(attempt.id());
        throw over();
      }
      case APPROVED -> Optional.of(tokens(attempt, origin));
    };
  }

  private IssuedTokens tokens(QuickConnectAttempt attempt, ClientOrigin origin) {
    // The provider gives the same token each time; who removes the attempt opens the session.
    Identity identity = provider.redeem(attempt.secret()).orElseThrow(QuickConnect::over);
    return store
        .redeem(attempt.id(), () -> admit(identity, attempt, origin))
        .orElseThrow(QuickConnect::over);
  }

  /**
   * The tokens; none when the user may have approved the code before they signed out everywhere.
   * When exactly they approved it is not known, since the provider has a clock of its own.
   */
  private Optional<IssuedTokens> admit(
      Identity identity, QuickConnectAttempt attempt, ClientOrigin origin) {
    if (!sessions.signedOutSince(identity.subject(), attempt.pendingAt())) {
      return Optional.of(issuer.admit(identity, attempt.device(), origin, "quick_connect"));
    }
    // A session that is over at once has the provider told that its token is, however long it
    // takes.
    Instant now = clock.instant();
    Session session =
        sessions.open(identity, attempt.device(), origin.address(), RefreshToken.create(now), now);
    termination.end(session, Session.End.LOGOUT, origin);
    return Optional.empty();
  }

  /**
   * Lets the device with this code in as the caller.
   *
   * @throws ApiException item_not_found when no device waits with it; validation_failed
   */
  public void approve(String code, Caller caller) {
    String digits = code.replaceAll("[\\s-]", "");
    if (!digits.matches("[0-9]{6}")) {
      throw ApiException.invalid("code", "code must have six digits.");
    }
    if (!provider.approve(digits, caller)) {
      throw ApiException.itemNotFound("No device is waiting with this code.");
    }
  }

  private static ApiException over() {
    return ApiException.of(
            ErrorCode.TOKEN_EXPIRED, 410, "The code has expired or was used; get a new one.")
        .because("quick_connect_expired");
  }

  /**
   * An attempt that began.
   *
   * @param code to be shown
   * @param pollToken to poll with
   */
  public record Started(String code, String pollToken) {

    /** Without either, so that they cannot slip into a log. */
    @Override
    public String toString() {
      return "Started";
    }
  }
}
