package com.stoganet.proxy.http;

import com.stoganet.proxy.api.RequestsApi;
import com.stoganet.proxy.api.model.SearchResponse;
import jakarta.enterprise.context.ApplicationScoped;

/** {@code /search} and {@code /library/{id}/request}: titles that are not here yet. */
@ApplicationScoped
public class RequestsResource implements RequestsApi {

  @Override
  public SearchResponse getSearch(String q) {
    throw NotYet.built();
  }

  @Override
  public void postLibraryIdRequest(String id) {
    throw NotYet.built();
  }
}
