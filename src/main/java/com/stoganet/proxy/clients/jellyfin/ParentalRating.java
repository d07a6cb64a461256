package com.stoganet.proxy.clients.jellyfin;

import jakarta.json.bind.annotation.JsonbProperty;

/** A certification that Jellyfin knows, in the system of the country that is set there. */
public class ParentalRating {
  public String name;

  /** All that Jellyfin 10.10 sends; null for what counts as unrated. */
  public Integer value;

  /** From Jellyfin 10.11 on. */
  public Score ratingScore;

  /** Jellyfin writes this one in other letters than everything else. */
  public static class Score {
    @JsonbProperty("score")
    public Integer score;
  }

  /** Null when there is none. */
  Integer score() {
    return ratingScore != null && ratingScore.score != null ? ratingScore.score : value;
  }
}
