package com.stoganet.proxy.clients.jellyfin;

import jakarta.json.bind.annotation.JsonbProperty;

/**
 * A certification that Jellyfin knows, in the rating system of the country that is set in Jellyfin.
 */
public class ParentalRating {
  public String name;

  /** The only score that Jellyfin 10.10 sends; null for certifications that count as unrated. */
  public Integer value;

  /** Sent since Jellyfin 10.11. */
  public Score ratingScore;

  /** Jellyfin writes the name of this field in lower case, unlike all others. */
  public static class Score {
    @JsonbProperty("score")
    public Integer score;
  }

  /** Null when there is none. */
  Integer score() {
    return ratingScore != null && ratingScore.score != null ? ratingScore.score : value;
  }
}
