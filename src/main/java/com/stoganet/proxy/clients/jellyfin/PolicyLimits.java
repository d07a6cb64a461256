package com.stoganet.proxy.clients.jellyfin;

import com.stoganet.proxy.clients.jellyfin.AuthenticationResult.Policy;
import com.stoganet.proxy.discovery.RatingScore;
import com.stoganet.proxy.discovery.Restrictions;
import com.stoganet.proxy.media.MediaKind;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What a user's policy in Jellyfin says about what they may see. */
final class PolicyLimits {

  private PolicyLimits() {}

  static Restrictions restrictions(Policy policy) {
    return new Restrictions(highest(policy), ratedOnly(policy), limited(policy));
  }

  /** Whether single items can be hidden, and not only whole libraries. */
  static boolean hideItems(Policy policy) {
    return policy.maxParentalRating != null
        || Stream.of(policy.allowedTags, policy.blockedTags, policy.blockUnratedItems)
            .anyMatch(PolicyLimits::names);
  }

  private static Optional<RatingScore> highest(Policy policy) {
    return Optional.ofNullable(policy.maxParentalRating)
        .map(score -> RatingScore.of(score, policy.maxParentalSubRating));
  }

  private static Set<MediaKind> ratedOnly(Policy policy) {
    Set<MediaKind> kinds = EnumSet.noneOf(MediaKind.class);
    JellyfinItems.stream(policy.blockUnratedItems)
        .forEach(
            kind -> {
              if ("Movie".equals(kind)) {
                kinds.add(MediaKind.MOVIE);
              } else if ("Series".equals(kind)) {
                kinds.add(MediaKind.TV);
              }
            });
    return Set.copyOf(kinds);
  }

  private static boolean limited(Policy policy) {
    return hideItems(policy)
        || policy.maxParentalSubRating != null
        || Boolean.FALSE.equals(policy.enableAllFolders)
        || names(policy.blockedMediaFolders)
        || names(policy.accessSchedules);
  }

  private static boolean names(List<?> list) {
    return list != null && !list.isEmpty();
  }
}
