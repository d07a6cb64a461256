package com.stoganet.proxy.clients.jellyfin;

import com.stoganet.proxy.discovery.RatingScore;
import jakarta.json.bind.annotation.JsonbProperty;
import java.util.Optional;

/**
 * A certification that Jellyfin knows, in the rating system of the country that is set in Jellyfin.
 */
public class ParentalRating {
  public String name;

  /** The only score that Jellyfin 10.10 sends; null for certifications that count as unrated. */
  public Integer value;

  /** Sent since Jellyfin 10.11. */
  public Score ratingScore;

  /**
   * Jellyfin writes the name of this field in lower case, and of its members, unlike all others.
   */
  public static class Score {
    @JsonbProperty("score")
    public Integer score;

    @JsonbProperty("subScore")
    public Integer subScore;
  }

  /** Empty for certifications that count as unrated. */
  Optional<RatingScore> score() {
    return ratingScore != null && ratingScore.score != null
        ? Optional.of(RatingScore.of(ratingScore.score, ratingScore.subScore))
        : Optional.ofNullable(value).map(score -> RatingScore.of(score, null));
  }
}
