package com.stoganet.proxy.clients.jellyfin;

import com.stoganet.proxy.discovery.RatingScore;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BinaryOperator;
import java.util.regex.Pattern;

/** The certifications that Jellyfin knows, and how it reads those of other countries. */
record CertificationTable(Map<String, RatingScore> scores) {

  private static final Pattern AGE = Pattern.compile("[0-9]{1,4}");
  private static final int LONGEST_NAME = 40;

  /** Jellyfin 12: these words are no ratings. */
  private static final Set<String> UNRATED = Set.of("n/a", "unrated", "not rated", "nr");

  static CertificationTable of(List<ParentalRating> ratings) {
    Map<String, RatingScore> scores = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    BinaryOperator<RatingScore> higher = BinaryOperator.maxBy(Comparator.naturalOrder());
    JellyfinItems.stream(ratings)
        .filter(rating -> rating.name != null)
        .forEach(
            rating ->
                rating
                    .score()
                    .ifPresent(score -> scores.merge(rating.name.strip(), score, higher)));
    return new CertificationTable(scores);
  }

  /**
   * The score of a certification; empty for one that counts as unrated.
   *
   * <p>Jellyfin 12: {@code US:R / DE:16} is the first of them, {@code FSK-12} and {@code DE-16} are
   * ages, and so is a number, in every country.
   */
  Optional<RatingScore> score(String certification) {
    String name = certification.strip();
    if (name.isEmpty()
        || name.length() > LONGEST_NAME
        || UNRATED.contains(name.toLowerCase(Locale.ROOT))) {
      return Optional.empty();
    }
    RatingScore score = scores.get(name);
    if (score != null) {
      return Optional.of(score);
    }
    return AGE.matcher(name).matches()
        ? Optional.of(RatingScore.of(Integer.parseInt(name), null))
        : inAnotherCountry(name);
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
}
