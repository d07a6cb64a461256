package com.stoganet.proxy.http;

import com.stoganet.proxy.api.SearchApi;
import com.stoganet.proxy.api.model.LibraryItem;
import com.stoganet.proxy.api.model.MediaType;
import com.stoganet.proxy.api.model.SearchResponse;
import com.stoganet.proxy.arrivals.Discovery;
import com.stoganet.proxy.arrivals.TitleStates;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;

/** {@code /search}: finding titles. */
@ApplicationScoped
public class SearchResource implements SearchApi {

  private final Discovery discovery;
  private final TitleStates states;
  private final CurrentCaller caller;
  private final TitleMapper titles;

  /** For the proxies of CDI only. */
  protected SearchResource() {
    this(null, null, null, null);
  }

  @Inject
  public SearchResource(
      Discovery discovery, TitleStates states, CurrentCaller caller, TitleMapper titles) {
    this.discovery = discovery;
    this.states = states;
    this.caller = caller;
    this.titles = titles;
  }

  @Override
  public SearchResponse getSearch(String q, MediaType type, Integer limit) {
    Discovery.Found found = discovery.search(caller.get(), q, Parameters.kind(type), limit);
    List<LibraryItem> items = new ArrayList<>(titles.items(found.here()));
    found
        .elsewhere()
        .forEach(offer -> items.add(OfferMapper.item(offer, states.soon(offer.id(), false))));
    return new SearchResponse().items(items).partial(found.partial());
  }
}
