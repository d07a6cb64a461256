package com.stoganet.proxy.clients.jellyfin;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import com.stoganet.proxy.config.Settings;
import com.stoganet.proxy.discovery.ParentalRestrictions;
import com.stoganet.proxy.shared.ApiException;
import com.stoganet.proxy.shared.Caller;
import com.stoganet.proxy.shared.Log;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Asks Jellyfin how far its parental control lets somebody go. */
@ApplicationScoped
public class JellyfinRestrictions implements ParentalRestrictions {

  private static final Log LOG = Log.of(JellyfinRestrictions.class);

  /** What a parent takes away is gone within a minute, or five while Jellyfin is away. */
  private static final Duration CAP_FRESH = Duration.ofSeconds(60);

  private static final Duration CAP_USABLE = Duration.ofMinutes(5);
  private static final long USERS = 10_000;

  private static final Duration SCORES_FRESH = Duration.ofHours(1);

  /** For as long as it takes: certifications do not change their meaning. */
  private static final Duration SCORES_USABLE = Duration.ofDays(365);

  private static final Pattern AGE = Pattern.compile("[0-9]{1,4}");

  private final JellyfinConnection jellyfin;
  private final Settings settings;
  private final Ticker ticker;
  private final Cache<String, LastAnswer<OptionalInt>> caps;
  private final LastAnswer<Map<String, Integer>> scores;

  /** For the proxies of CDI only. */
  protected JellyfinRestrictions() {
    this(null, null);
  }

  @Inject
  public JellyfinRestrictions(JellyfinConnection jellyfin, Settings settings) {
    this(jellyfin, settings, Ticker.systemTicker());
  }

  JellyfinRestrictions(JellyfinConnection jellyfin, Settings settings, Ticker ticker) {
    this.jellyfin = jellyfin;
    this.settings = settings;
    this.ticker = ticker;
    this.caps =
        Caffeine.newBuilder()
            .maximumSize(USERS)
            .expireAfterAccess(CAP_USABLE)
            .ticker(ticker)
            .build();
    this.scores = new LastAnswer<>(SCORES_FRESH, SCORES_USABLE, ticker);
  }

  @Override
  public OptionalInt cap(Caller caller) {
    return caps.get(caller.userId(), unused -> new LastAnswer<>(CAP_FRESH, CAP_USABLE, ticker))
        .get(() -> askedCap(caller));
  }

  @Override
  public OptionalInt score(String certification) {
    String name = certification.strip();
    if (name.isEmpty()) {
      return OptionalInt.empty();
    }
    Integer score = scores.get(this::askedScores).get(name);
    if (score != null) {
      return OptionalInt.of(score);
    }
    // Jellyfin: a number is an age, in whatever country.
    return AGE.matcher(name).matches()
        ? OptionalInt.of(Integer.parseInt(name))
        : OptionalInt.empty();
  }

  private OptionalInt askedCap(Caller caller) {
    String header = AuthorizationHeader.of(caller);
    try {
      AuthenticationResult.Policy policy = jellyfin.readBriefly(api -> api.me(header)).policy;
      if (policy == null) {
        // Without it nobody knows what a child may see.
        throw ApiException.badGateway("Jellyfin does not tell what this user may see.", null);
      }
      return policy.maxParentalRating == null
          ? OptionalInt.empty()
          : OptionalInt.of(policy.maxParentalRating);
    } catch (JellyfinFailure failure) {
      throw JellyfinConnection.refusal(failure);
    }
  }

  private Map<String, Integer> askedScores() {
    String apiKey = AuthorizationHeader.ofToken(settings.keys().jellyfin());
    try {
      return byName(jellyfin.readBriefly(api -> api.parentalRatings(apiKey)));
    } catch (JellyfinFailure failure) {
      // The key is ours, not the client's: whatever is wrong with it is an outage to them.
      LOG.warn("Jellyfin does not tell its parental ratings: " + failure.getMessage());
      throw ApiException.unavailable("Parental ratings cannot be read at present.", failure);
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
