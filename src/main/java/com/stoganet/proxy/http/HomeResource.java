package com.stoganet.proxy.http;

import com.stoganet.proxy.api.HomeApi;
import com.stoganet.proxy.api.model.HomeResponse;
import jakarta.enterprise.context.ApplicationScoped;

/** {@code /home}: the rows of the first screen. */
@ApplicationScoped
public class HomeResource implements HomeApi {

  @Override
  public HomeResponse getHome() {
    throw NotYet.built();
  }
}
