package com.stoganet.proxy.http;

import com.stoganet.proxy.api.HomeApi;
import com.stoganet.proxy.api.model.HomeResponse;
import com.stoganet.proxy.media.CatalogId;
import com.stoganet.proxy.media.Home;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** {@code /home}: the rows of the first screen. */
@ApplicationScoped
public class HomeResource implements HomeApi {

  private final Home home;
  private final CurrentCaller caller;
  private final TitleMapper titles;

  /** For the proxies of CDI only. */
  protected HomeResource() {
    this(null, null, null);
  }

  @Inject
  public HomeResource(Home home, CurrentCaller caller, TitleMapper titles) {
    this.home = home;
    this.caller = caller;
    this.titles = titles;
  }

  @Override
  public HomeResponse getHome(String rows) {
    return titles.home(home.rows(caller.get(), Parameters.rows(rows)));
  }

  @Override
  public void deleteHomeWatchNextId(String id) {
    home.hideFromWatchNext(caller.get(), CatalogId.parse(id));
  }
}
