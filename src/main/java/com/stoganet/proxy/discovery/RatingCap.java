package com.stoganet.proxy.discovery;

import com.stoganet.proxy.acquisition.LookupResult;
import com.stoganet.proxy.media.CatalogId;
import com.stoganet.proxy.shared.ApiException;
import com.stoganet.proxy.shared.Caller;
import com.stoganet.proxy.shared.Service;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.function.Function;

/**
 * Checks titles that the library does not have against the ratings that a user may see. A title
 * without a known rating is hidden from users with such a limit.
 */
@Service
public class RatingCap {

  private final ParentalRestrictions restrictions;

  @Inject
  public RatingCap(ParentalRestrictions restrictions) {
    this.restrictions = restrictions;
  }

  /** How a user is limited. */
  public Restrictions of(Caller caller) {
    return restrictions.of(caller);
  }

  /** Whether a rating is within a limit; every one is when there is none. */
  public boolean allows(Optional<RatingScore> cap, String certification) {
    return cap.isEmpty()
        || restrictions
            .score(certification)
            .filter(score -> score.compareTo(cap.get()) <= 0)
            .isPresent();
  }

  /** Whether a user with these limits may see a title that the library does not have. */
  public boolean allows(Restrictions limits, CatalogId.Tmdb id, String certification) {
    return allows(limits.cap(id.kind()), certification);
  }

  /**
   * Requires that the caller may see a title.
   *
   * @throws ApiException item_not_found for a title that the caller may not see, as for one that
   *     does not exist
   */
  void require(Caller caller, LookupResult result) {
    if (!allows(of(caller), result.id(), result.certification())) {
      throw ApiException.itemNotFound();
    }
  }

  /** Whether the caller may see a title; empty when Jellyfin does not answer. */
  Function<LookupResult, Optional<Boolean>> judge(Caller caller) {
    try {
      Restrictions limits = of(caller);
      return result -> judged(limits, result);
    } catch (ApiException e) {
      return result -> Optional.empty();
    }
  }

  private Optional<Boolean> judged(Restrictions limits, LookupResult result) {
    try {
      return Optional.of(allows(limits, result.id(), result.certification()));
    } catch (ApiException e) {
      return Optional.empty();
    }
  }
}
