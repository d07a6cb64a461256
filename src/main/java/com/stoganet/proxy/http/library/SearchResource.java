package com.stoganet.proxy.http.library;

import com.stoganet.proxy.api.SearchApi;
import com.stoganet.proxy.api.model.LibraryItem;
import com.stoganet.proxy.api.model.MediaType;
import com.stoganet.proxy.api.model.SearchResponse;
import com.stoganet.proxy.availability.TitleStatusResolver;
import com.stoganet.proxy.discovery.Discovery;
import com.stoganet.proxy.http.edge.CurrentCaller;
import com.stoganet.proxy.shared.Service;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;

/** {@code /search}: titles in the library and beyond it. */
@Service
public class SearchResource implements SearchApi {

  private final Discovery discovery;
  private final TitleStatusResolver statuses;
  private final CurrentCaller caller;
  private final TitleMapper titles;

  @Inject
  public SearchResource(
      Discovery discovery, TitleStatusResolver statuses, CurrentCaller caller, TitleMapper titles) {
    this.discovery = discovery;
    this.statuses = statuses;
    this.caller = caller;
    this.titles = titles;
  }

  @Override
  public SearchResponse getSearch(String q, MediaType type, Integer limit) {
    Discovery.Found found = discovery.search(caller.get(), q, LibraryParameters.kind(type), limit);
    List<LibraryItem> items =
        new ArrayList<>(titles.items(found.here(), statuses.ofLibrary(found.here())));
    found
        .elsewhere()
        .forEach(
            result ->
                items.add(LookupResultMapper.item(result, statuses.current(result.id(), false))));
    return new SearchResponse().items(items).partial(found.partial());
  }
}
