package com.stoganet.proxy.http;

import com.stoganet.proxy.api.model.AskingTerms;
import com.stoganet.proxy.api.model.LibraryDetail;
import com.stoganet.proxy.arrivals.Discovery;
import com.stoganet.proxy.arrivals.Offer;
import com.stoganet.proxy.arrivals.TitleStates;
import com.stoganet.proxy.media.CatalogId;
import com.stoganet.proxy.media.MediaKind;
import com.stoganet.proxy.media.TitlePages;
import com.stoganet.proxy.requests.Requests;
import com.stoganet.proxy.shared.ApiException;
import com.stoganet.proxy.shared.Caller;
import com.stoganet.proxy.shared.ErrorCode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Everything about one title, whether it is here or can be asked for. */
@ApplicationScoped
public class WholeTitles {

  private final TitlePages pages;
  private final Discovery discovery;
  private final TitleStates states;
  private final Requests requests;
  private final DetailMapper details;

  /** For the proxies of CDI only. */
  protected WholeTitles() {
    this(null, null, null, null, null);
  }

  @Inject
  public WholeTitles(
      TitlePages pages,
      Discovery discovery,
      TitleStates states,
      Requests requests,
      DetailMapper details) {
    this.pages = pages;
    this.discovery = discovery;
    this.states = states;
    this.requests = requests;
    this.details = details;
  }

  /**
   * The title.
   *
   * @throws ApiException item_not_found when there is none that the caller may see
   */
  LibraryDetail of(Caller caller, CatalogId id) {
    try {
      return here(caller, id);
    } catch (ApiException e) {
      if (e.code() == ErrorCode.ITEM_NOT_FOUND && id instanceof CatalogId.Tmdb title) {
        return elsewhere(caller, title);
      }
      throw e;
    }
  }

  private LibraryDetail here(Caller caller, CatalogId id) {
    LibraryDetail detail = details.detail(pages.detail(caller, id));
    if (id instanceof CatalogId.Tmdb title && title.kind() == MediaKind.TV) {
      detail.status(StatusMapper.status(states.soon(title, true)));
      detail.request(terms(caller, title));
    }
    return detail;
  }

  private LibraryDetail elsewhere(Caller caller, CatalogId.Tmdb id) {
    Offer offer = discovery.offer(caller, id);
    return OfferMapper.detail(offer, states.soon(id, false)).request(terms(caller, id));
  }

  /** Null when nobody can tell at present: the rest of the page is worth having without. */
  private AskingTerms terms(Caller caller, CatalogId.Tmdb id) {
    try {
      return RequestMapper.terms(requests.outlook(caller, id.kind()));
    } catch (ApiException e) {
      return null;
    }
  }
}
