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
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.function.BinaryOperator;
import java.util.regex.Pattern;

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

  private static final Pattern AGE = Pattern.compile("[0-9]{1,4}");
  private static final int LONGEST_NAME = 40;

  /** Jellyfin 12: these words are no ratings. */
  private static final Set<String> UNRATED = Set.of("n/a", "unrated", "not rated", "nr");

  /** What the policy of a user says, as far as it is used here. */
  private record Rights(Restrictions restrictions, boolean hideItems, boolean remoteAccess) {}

  private final JellyfinConnection jellyfin;
  private final Settings settings;
  private final RefreshingCache<String, Rights> rights;
  private final RefreshingValue<Map<String, RatingScore>> scores;

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
      return known(e, true);
    }
  }

  @Override
  public boolean allowed(Caller caller) {
    try {
      return rights(caller, REMOTE).remoteAccess();
    } catch (ApiException e) {
      return known(e, true);
    }
  }

  /** What to take for true during an outage. */
  private static boolean known(ApiException failure, boolean assumed) {
    if (failure.code() != ErrorCode.BACKEND_UNAVAILABLE) {
      throw failure;
    }
    return assumed;
  }

  private Rights rights(Caller caller, Age age) {
    return Background.await(
        rights.get(
            caller.userId(), age, () -> CompletableFuture.completedFuture(askedRights(caller))));
  }

  /**
   * Jellyfin 12: {@code US:R / DE:16} is the first of them, {@code FSK-12} and {@code DE-16} are
   * ages, and so is a number, in every country.
   */
  @Override
  public Optional<RatingScore> score(String certification) {
    String name = certification.strip();
    if (name.isEmpty()
        || name.length() > LONGEST_NAME
        || UNRATED.contains(name.toLowerCase(Locale.ROOT))) {
      return Optional.empty();
    }
    RatingScore score = Background.await(scores.get(SCORES)).get(name);
    if (score != null) {
      return Optional.of(score);
    }
    if (AGE.matcher(name).matches()) {
      return Optional.of(RatingScore.of(Integer.parseInt(name), null));
    }
    return inAnotherCountry(name);
  }

  private Optional<RatingScore> inAnotherCountry(String name) {
    int slash = name.indexOf('/');
    if (slash > 0) {
      return score(name.substring(0, slash));
    }
    int colon = name.indexOf(':');
    int end = colon > 0 ? colon : name.indexOf('-');
    return end > 0 ? score(name.substring(end + 1)) : Optional.empty();
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

  private Map<String, RatingScore> askedScores() {
    String apiKey = AuthorizationHeader.ofToken(settings.keys().jellyfin());
    try {
      return byName(jellyfin.readBriefly(api -> api.parentalRatings(apiKey)));
    } catch (BackendResponseException failure) {
      // The API key belongs to the proxy, so a wrong key is an outage for the client.
      LOG.warn("Jellyfin does not tell its parental ratings: " + failure.getMessage());
      throw ApiException.unavailable("Parental ratings are temporarily unavailable.", failure);
    }
  }

  private static Map<String, RatingScore> byName(List<ParentalRating> ratings) {
    Map<String, RatingScore> scores = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    JellyfinItems.stream(ratings)
        .filter(rating -> rating.name != null)
        .forEach(
            rating ->
                rating
                    .score()
                    .ifPresent(
                        score ->
                            scores.merge(
                                rating.name.strip(),
                                score,
                                BinaryOperator.maxBy(Comparator.naturalOrder()))));
    return scores;
  }
}
