package com.stoganet.proxy.titles;

import com.stoganet.proxy.acquisition.LookupResult;
import com.stoganet.proxy.availability.TitleStatus;
import com.stoganet.proxy.media.TitleDetail;
import com.stoganet.proxy.requests.RequestEligibility;
import java.util.Optional;

/** Everything about one title, in the library or beyond it. */
public sealed interface TitlePage {

  /** Where the title is. */
  TitleStatus status();

  /** What a request for it would lead to; empty when that does not matter or is not known. */
  Optional<RequestEligibility> eligibility();

  /** A title of the library. */
  record InLibrary(TitleDetail detail, TitleStatus status, Optional<RequestEligibility> eligibility)
      implements TitlePage {}

  /** A title that the library does not have. */
  record BeyondLibrary(
      LookupResult result, TitleStatus status, Optional<RequestEligibility> eligibility)
      implements TitlePage {}
}
