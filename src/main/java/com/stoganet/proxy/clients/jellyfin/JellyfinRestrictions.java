package com.stoganet.proxy.clients.jellyfin;

import com.github.benmanes.caffeine.cache.Ticker;
import com.stoganet.proxy.auth.RemoteAccess;
import com.stoganet.proxy.clients.backend.BackendResponseException;
import com.stoganet.proxy.config.Settings;
import com.stoganet.proxy.discovery.ParentalRestrictions;
import com.stoganet.proxy.discovery.RatingScore;
import com.stoganet.proxy.discovery.Restrictions;
import com.stoganet.proxy.shared.ApiException;
import com.stoganet.proxy.shared.Background;
import com.stoganet.proxy.shared.Caller;
import com.stoganet.proxy.shared.ErrorCode;
import com.stoganet.proxy.shared.Log;
import com.stoganet.proxy.shared.RefreshingCache;
import com.stoganet.proxy.shared.RefreshingCache.Age;
import com.stoganet.proxy.shared.RefreshingValue;
import com.stoganet.proxy.shared.Service;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** Asks Jellyfin what a user is not allowed. */
@Service
public class JellyfinRestrictions implements ParentalRestrictions, RemoteAccess {

  private static final Log LOG = Log.of(JellyfinRestrictions.class);

  /**
   * A new restriction takes effect within a minute, or within five while Jellyfin is unavailable.
   */
  private static final Age POLICY =
      new Age(Duration.ofSeconds(60), Duration.ofSeconds(60), Duration.ofMinutes(5));

  /** An outage does not let in a user who has to stay at home. */
  private static final Age REMOTE =
      new Age(Duration.ofSeconds(60), Duration.ofSeconds(60), Duration.ofDays(365));

  private static final long USERS = 10_000;

  /** Kept during an outage of any length, since certifications do not change their meaning. */
  private static final Age SCORES =
      new Age(Duration.ofHours(1), Duration.ofHours(1), Duration.ofDays(365));

  /** What the policy of a user says, as far as it is used here. */
  private record Rights(Restrictions restrictions, boolean hideItems, boolean remoteAccess) {}

  private final JellyfinConnection jellyfin;
  private final Settings settings;
  private final RefreshingCache<String, Rights> rights;
  private final RefreshingValue<CertificationTable> scores;

  @Inject
  public JellyfinRestrictions(JellyfinConnection jellyfin, Settings settings) {
    this(jellyfin, settings, Ticker.systemTicker());
  }

  JellyfinRestrictions(JellyfinConnection jellyfin, Settings settings, Ticker ticker) {
    this.jellyfin = jellyfin;
    this.settings = settings;
    this.rights = new RefreshingCache<>(USERS, POLICY.staleIfError(), ticker);
    this.scores = new RefreshingValue<>(this::askedScores, Runnable::run, ticker);
  }

  @Override
  public Restrictions of(Caller caller) {
    return rights(caller, POLICY).restrictions();
  }

  /** Whether single items may be hidden from the caller; true when Jellyfin does not tell. */
  boolean hideItems(Caller caller) {
    try {
      return rights(caller, POLICY).hideItems();
    } catch (ApiException e) {
      if (e.code() != ErrorCode.BACKEND_UNAVAILABLE) {
        throw e;
      }
      return true;
    }
  }

  /**
   * {@inheritDoc}
   *
   * <p>A token that Jellyfin does not know is no answer: whether it is lost is found out elsewhere.
   */
  @Override
  public boolean allowed(Caller caller) {
    try {
      return rights(caller, REMOTE).remoteAccess();
    } catch (ApiException e) {
      boolean refused = e.code() == ErrorCode.JELLYFIN_SESSION_EXPIRED && !e.details().isEmpty();
      if (refused) {
        throw e;
      }
      return true;
    }
  }

  private Rights rights(Caller caller, Age age) {
    return Background.await(
        rights.get(
            caller.userId(), age, () -> CompletableFuture.completedFuture(askedRights(caller))));
  }

  @Override
  public Optional<RatingScore> score(String certification) {
    return Background.await(scores.get(SCORES)).score(certification);
  }

  private Rights askedRights(Caller caller) {
    String header = AuthorizationHeader.of(caller);
    try {
      AuthenticationResult.Policy policy = jellyfin.readBriefly(api -> api.me(header)).policy;
      if (policy == null) {
        // Without the policy the proxy does not know what a child may see.
        throw ApiException.badGateway("Jellyfin does not tell what this user may see.", null);
      }
      return new Rights(
          PolicyLimits.restrictions(policy),
          PolicyLimits.hideItems(policy),
          !Boolean.FALSE.equals(policy.enableRemoteAccess));
    } catch (BackendResponseException failure) {
      throw JellyfinConnection.refusal(failure);
    }
  }

  private CertificationTable askedScores() {
    String apiKey = AuthorizationHeader.ofToken(settings.keys().jellyfin());
    try {
      return CertificationTable.of(jellyfin.readBriefly(api -> api.parentalRatings(apiKey)));
    } catch (BackendResponseException failure) {
      // The API key belongs to the proxy, so a wrong key is an outage for the client.
      LOG.warn("Jellyfin does not tell its parental ratings: " + failure.getMessage());
      throw ApiException.unavailable("Parental ratings are temporarily unavailable.", failure);
    }
  }
}
