package com.stoganet.proxy.discovery;

import java.util.Comparator;

/**
 * How much a certification is, so that certifications can be compared: first by the score, and
 * among those with the same score by the second number.
 *
 * @param score an age, or what stands for one
 * @param sub tells R (0) from NC-17 (1); 0 when the server has no second number
 */
public record RatingScore(int score, int sub) implements Comparable<RatingScore> {

  /** The limit of a user who may see every title that has a rating. */
  public static final RatingScore HIGHEST = new RatingScore(Integer.MAX_VALUE, Integer.MAX_VALUE);

  private static final Comparator<RatingScore> ORDER =
      Comparator.comparingInt(RatingScore::score).thenComparingInt(RatingScore::sub);

  /** With {@code sub} null for none, as Jellyfin's lists take it: 0. */
  public static RatingScore of(int score, Integer sub) {
    return new RatingScore(score, sub == null ? 0 : sub);
  }

  @Override
  public int compareTo(RatingScore other) {
    return ORDER.compare(this, other);
  }
}
