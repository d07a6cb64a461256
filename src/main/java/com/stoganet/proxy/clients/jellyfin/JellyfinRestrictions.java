package com.stoganet.proxy.clients.jellyfin;

import com.github.benmanes.caffeine.cache.Ticker;
import com.stoganet.proxy.clients.backend.BackendResponseException;
import com.stoganet.proxy.config.Settings;
import com.stoganet.proxy.discovery.ParentalRestrictions;
import com.stoganet.proxy.shared.ApiException;
import com.stoganet.proxy.shared.Background;
import com.stoganet.proxy.shared.Caller;
import com.stoganet.proxy.shared.Log;
import com.stoganet.proxy.shared.RefreshingCache;
import com.stoganet.proxy.shared.RefreshingCache.Age;
import com.stoganet.proxy.shared.RefreshingValue;
import com.stoganet.proxy.shared.Service;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;

/** Asks Jellyfin for the parental control of a user. */
@Service
public class JellyfinRestrictions implements ParentalRestrictions {

  private static final Log LOG = Log.of(JellyfinRestrictions.class);

  /**
   * A new restriction takes effect within a minute, or within five while Jellyfin is unavailable.
   */
  private static final Age CAP =
      new Age(Duration.ofSeconds(60), Duration.ofSeconds(60), Duration.ofMinutes(5));

  private static final long USERS = 10_000;

  /** Kept during an outage of any length, since certifications do not change their meaning. */
  private static final Age SCORES =
      new Age(Duration.ofHours(1), Duration.ofHours(1), Duration.ofDays(365));

  private static final Pattern AGE = Pattern.compile("[0-9]{1,4}");

  private final JellyfinConnection jellyfin;
  private final Settings settings;
  private final RefreshingCache<String, OptionalInt> caps;
  private final RefreshingValue<Map<String, Integer>> scores;

  @Inject
  public JellyfinRestrictions(JellyfinConnection jellyfin, Settings settings) {
    this(jellyfin, settings, Ticker.systemTicker());
  }

  JellyfinRestrictions(JellyfinConnection jellyfin, Settings settings, Ticker ticker) {
    this.jellyfin = jellyfin;
    this.settings = settings;
    this.caps = new RefreshingCache<>(USERS, CAP.staleIfError(), ticker);
    this.scores = new RefreshingValue<>(this::askedScores, Runnable::run, ticker);
  }

  @Override
  public OptionalInt cap(Caller caller) {
    return Background.await(
        caps.get(caller.userId(), CAP, () -> CompletableFuture.completedFuture(askedCap(caller))));
  }

  @Override
  public OptionalInt score(String certification) {
    String name = certification.strip();
    if (name.isEmpty()) {
      return OptionalInt.empty();
    }
    Integer score = Background.await(scores.get(SCORES)).get(name);
    if (score != null) {
      return OptionalInt.of(score);
    }
    // Jellyfin takes a number as an age, in every country.
    return AGE.matcher(name).matches()
        ? OptionalInt.of(Integer.parseInt(name))
        : OptionalInt.empty();
  }

  private OptionalInt askedCap(Caller caller) {
    String header = AuthorizationHeader.of(caller);
    try {
      AuthenticationResult.Policy policy = jellyfin.readBriefly(api -> api.me(header)).policy;
      if (policy == null) {
        // Without the policy the proxy does not know what a child may see.
        throw ApiException.badGateway("Jellyfin does not tell what this user may see.", null);
      }
      return policy.maxParentalRating == null
          ? OptionalInt.empty()
          : OptionalInt.of(policy.maxParentalRating);
    } catch (BackendResponseException failure) {
      throw JellyfinConnection.refusal(failure);
    }
  }

  private Map<String, Integer> askedScores() {
    String apiKey = AuthorizationHeader.ofToken(settings.keys().jellyfin());
    try {
      return byName(jellyfin.readBriefly(api -> api.parentalRatings(apiKey)));
    } catch (BackendResponseException failure) {
      // The API key belongs to the proxy, so a wrong key is an outage for the client.
      LOG.warn("Jellyfin does not tell its parental ratings: " + failure.getMessage());
      throw ApiException.unavailable("Parental ratings are temporarily unavailable.", failure);
    }
  }

  private static Map<String, Integer> byName(List<ParentalRating> ratings) {
    Map<String, Integer> scores = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    JellyfinItems.stream(ratings)
        .filter(rating -> rating.name != null && rating.score() != null)
        .forEach(rating -> scores.merge(rating.name.strip(), rating.score(), Math::max));
    return scores;
  }
}
