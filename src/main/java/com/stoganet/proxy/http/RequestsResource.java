package com.stoganet.proxy.http;

import com.stoganet.proxy.api.RequestsApi;
import jakarta.enterprise.context.ApplicationScoped;

/** {@code /library/{id}/request}: asking for titles that are not here yet. */
@ApplicationScoped
public class RequestsResource implements RequestsApi {

  @Override
  public void postLibraryIdRequest(String id) {
    throw NotYet.built();
  }
}
