package com.stoganet.proxy.discovery;

import com.stoganet.proxy.media.MediaKind;
import java.util.Optional;
import java.util.Set;

/**
 * How the media server limits a user.
 *
 * @param highest the highest score that the user may see
 * @param ratedOnly the kinds of titles that are hidden when they have no rating
 * @param any whether the user is limited in any way, also by what can only be judged in the
 *     library: tags, libraries, times of the day
 */
public record Restrictions(Optional<RatingScore> highest, Set<MediaKind> ratedOnly, boolean any) {

  /** Those of a user who may see everything at any time. */
  public static final Restrictions NONE = new Restrictions(Optional.empty(), Set.of(), false);

  /**
   * The highest score of a title of this kind beyond the library. With one, a title without a known
   * rating is hidden; empty when everything is shown.
   */
  public Optional<RatingScore> cap(MediaKind kind) {
    return highest.isEmpty() && ratedOnly.contains(kind)
        ? Optional.of(RatingScore.HIGHEST)
        : highest;
  }
}
