package com.stoganet.sandbox;

import com.stoganet.sandbox.RatingTable.Score;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;

/** Which items the limits of a user hide, whatever library they are in. */
final class ParentalRules {
  private final Library library;
  private final BooleanSupplier subScores;

  /** With {@code subScores} false a rating is one number, as in Jellyfin 10.10. */
  ParentalRules(Library library, BooleanSupplier subScores) {
    this.library = library;
    this.subScores = subScores;
  }

  /** Jellyfin: for lists, no highest sub-rating is 0. */
  boolean lists(Item item, Account account) {
    return allow(item, account, 0);
  }

  /** Jellyfin: for one item by its id, no highest sub-rating is no limit. */
  boolean opens(Item item, Account account) {
    return allow(item, account, Integer.MAX_VALUE);
  }

  private boolean allow(Item item, Account account, int noSubRating) {
    Limits limits = account.limits();
    if (limits.none() || item.type() == ItemType.COLLECTION_FOLDER) {
      return true;
    }
    return ratingAllows(item, limits, noSubRating) && tagsAllow(item, limits);
  }

  private boolean ratingAllows(Item item, Limits limits, int noSubRating) {
    Optional<Score> score = RatingTable.of(ratingOf(item));
    if (score.isEmpty()) {
      return !limits.unrated().contains(kindOf(item));
    }
    if (limits.rating() == null) {
      return true;
    }
    if (!subScores.getAsBoolean()) {
      return score.get().score() <= limits.rating();
    }
    int most = limits.subRating() == null ? noSubRating : limits.subRating();
    return score.get().within(limits.rating(), most);
  }

  /** Jellyfin: what has no rating of its own has that of its series. */
  private String ratingOf(Item item) {
    String own = item.metadata().officialRating;
    return own == null && item.seriesId() != null
        ? library.find(item.seriesId()).map(series -> series.metadata().officialRating).orElse(null)
        : own;
  }

  private static String kindOf(Item item) {
    return switch (item.type()) {
      case MOVIE -> "Movie";
      case SERIES, SEASON, EPISODE -> "Series";
      default -> "Other";
    };
  }

  /** Jellyfin: tags are compared without regard to case, and those of the series count, too. */
  private boolean tagsAllow(Item item, Limits limits) {
    List<String> own = new ArrayList<>(item.metadata().tags);
    if (item.seriesId() != null) {
      library.find(item.seriesId()).ifPresent(series -> own.addAll(series.metadata().tags));
    }
    Set<String> tags = Limits.folded(own);
    boolean blocked = !Collections.disjoint(tags, Limits.folded(limits.blockedTags()));
    boolean allowed =
        limits.allowedTags().isEmpty()
            || !Collections.disjoint(tags, Limits.folded(limits.allowedTags()));
    return !blocked && allowed;
  }
}
