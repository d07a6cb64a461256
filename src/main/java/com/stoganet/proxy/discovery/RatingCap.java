package com.stoganet.proxy.discovery;

import com.stoganet.proxy.acquisition.LookupResult;
import com.stoganet.proxy.shared.ApiException;
import com.stoganet.proxy.shared.Caller;
import com.stoganet.proxy.shared.Service;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;

/**
 * Checks titles that the library does not have against the parental rating limit of a user. A title
 * without a known rating is hidden from users with such a limit.
 */
@Service
public class RatingCap {

  private final ParentalRestrictions restrictions;

  @Inject
  public RatingCap(ParentalRestrictions restrictions) {
    this.restrictions = restrictions;
  }

  /** The limit of a user; empty when there is none. */
  public OptionalInt of(Caller caller) {
    return restrictions.cap(caller);
  }

  /** Whether a rating is within a limit. */
  public boolean allows(OptionalInt cap, String certification) {
    if (cap.isEmpty()) {
      return true;
    }
    OptionalInt score = restrictions.score(certification);
    return score.isPresent() && score.getAsInt() <= cap.getAsInt();
  }

  /**
   * Requires that the caller may see a title.
   *
   * @throws ApiException item_not_found for a title that the caller may not see, as for one that
   *     does not exist
   */
  void require(Caller caller, LookupResult result) {
    if (!allows(of(caller), result.certification())) {
      throw ApiException.itemNotFound();
    }
  }

  /** Whether the caller may see a title; empty when Jellyfin does not answer. */
  Function<LookupResult, Optional<Boolean>> judge(Caller caller) {
    try {
      OptionalInt cap = of(caller);
      return result -> judged(cap, result);
    } catch (ApiException e) {
      return result -> Optional.empty();
    }
  }

  private Optional<Boolean> judged(OptionalInt cap, LookupResult result) {
    try {
      return Optional.of(allows(cap, result.certification()));
    } catch (ApiException e) {
      return Optional.empty();
    }
  }
}
