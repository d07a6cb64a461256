package com.stoganet.proxy.titles;

import com.stoganet.proxy.acquisition.LookupResult;
import com.stoganet.proxy.availability.TitleStage;
import com.stoganet.proxy.availability.TitleStatus;
import com.stoganet.proxy.availability.TitleStatusResolver;
import com.stoganet.proxy.discovery.Discovery;
import com.stoganet.proxy.media.CatalogId;
import com.stoganet.proxy.media.MediaKind;
import com.stoganet.proxy.media.TitleDetail;
import com.stoganet.proxy.media.TitleLookup;
import com.stoganet.proxy.requests.EligibilityCheck;
import com.stoganet.proxy.requests.RequestEligibility;
import com.stoganet.proxy.shared.ApiException;
import com.stoganet.proxy.shared.Caller;
import com.stoganet.proxy.shared.ErrorCode;
import com.stoganet.proxy.shared.Service;
import jakarta.inject.Inject;
import java.util.Optional;

/** Finds everything about one title: its details, its status, and whether a user may request it. */
@Service
public class TitleDetailService {

  private final TitleLookup library;
  private final Discovery discovery;
  private final TitleStatusResolver statuses;
  private final EligibilityCheck eligibility;

  @Inject
  public TitleDetailService(
      TitleLookup library,
      Discovery discovery,
      TitleStatusResolver statuses,
      EligibilityCheck eligibility) {
    this.library = library;
    this.discovery = discovery;
    this.statuses = statuses;
    this.eligibility = eligibility;
  }

  /**
   * The title as the caller may see it.
   *
   * @throws ApiException item_not_found when there is none that the caller may see
   */
  public TitlePage find(Caller caller, CatalogId id) {
    try {
      return inLibrary(caller, id);
    } catch (ApiException e) {
      if (e.code() == ErrorCode.ITEM_NOT_FOUND && id instanceof CatalogId.Tmdb title) {
        return beyondLibrary(caller, title);
      }
      throw e;
    }
  }

  private TitlePage inLibrary(Caller caller, CatalogId id) {
    TitleDetail detail = library.detail(caller, id);
    if (detail.unplayable().isPresent()) {
      TitleStatus status = TitleStatus.of(detail.unplayable().get());
      return new TitlePage.InLibrary(detail, status, Optional.empty());
    }
    if (detail.title().id() instanceof CatalogId.Tmdb title && title.kind() == MediaKind.TV) {
      TitleStatus status = statuses.current(title, true);
      return new TitlePage.InLibrary(detail, status, eligibility(caller, title, status.stage()));
    }
    TitleStatus status = statuses.ofLibrary(detail.title().id());
    Optional<RequestEligibility> terms =
        detail.title().id() instanceof CatalogId.Tmdb movie && movie.kind() == MediaKind.MOVIE
            ? eligibility(caller, movie, status.stage())
            : Optional.empty();
    return new TitlePage.InLibrary(detail, status, terms);
  }

  private TitlePage beyondLibrary(Caller caller, CatalogId.Tmdb id) {
    LookupResult result = discovery.find(caller, id);
    TitleStatus status = statuses.current(id, false);
    return new TitlePage.BeyondLibrary(result, status, eligibility(caller, id, status.stage()));
  }

  /** Empty while a server that has to tell does not answer: the rest of the page is of use. */
  private Optional<RequestEligibility> eligibility(
      Caller caller, CatalogId.Tmdb id, TitleStage stage) {
    try {
      return eligibility
          .of(caller, id)
          .map(terms -> stage == TitleStage.NOT_REQUESTABLE ? terms.refused() : terms);
    } catch (ApiException e) {
      return Optional.empty();
    }
  }
}
