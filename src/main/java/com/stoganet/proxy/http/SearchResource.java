package com.stoganet.proxy.http;

import com.stoganet.proxy.api.SearchApi;
import com.stoganet.proxy.api.model.MediaType;
import com.stoganet.proxy.api.model.SearchResponse;
import com.stoganet.proxy.media.Catalogue;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** {@code /search}: finding titles. */
@ApplicationScoped
public class SearchResource implements SearchApi {

  private final Catalogue catalogue;
  private final CurrentCaller caller;
  private final TitleMapper titles;

  /** For the proxies of CDI only. */
  protected SearchResource() {
    this(null, null, null);
  }

  @Inject
  public SearchResource(Catalogue catalogue, CurrentCaller caller, TitleMapper titles) {
    this.catalogue = catalogue;
    this.caller = caller;
    this.titles = titles;
  }

  @Override
  public SearchResponse getSearch(String q, MediaType type, Integer limit) {
    return titles.found(catalogue.search(caller.get(), q, Parameters.kind(type), limit));
  }
}
