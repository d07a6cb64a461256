package com.stoganet.proxy.http.library;

import com.stoganet.proxy.api.HomeApi;
import com.stoganet.proxy.api.model.HomeResponse;
import com.stoganet.proxy.availability.TitleStatusResolver;
import com.stoganet.proxy.http.edge.CurrentCaller;
import com.stoganet.proxy.media.CatalogId;
import com.stoganet.proxy.media.Home;
import com.stoganet.proxy.media.HomeRow;
import com.stoganet.proxy.shared.Service;
import jakarta.inject.Inject;

/** {@code /home}: the rows of the home screen. */
@Service
public class HomeResource implements HomeApi {

  private final Home home;
  private final CurrentCaller caller;
  private final TitleStatusResolver statuses;
  private final TitleMapper titles;

  @Inject
  public HomeResource(
      Home home, CurrentCaller caller, TitleStatusResolver statuses, TitleMapper titles) {
    this.home = home;
    this.caller = caller;
    this.statuses = statuses;
    this.titles = titles;
  }

  @Override
  public HomeResponse getHome(String rows) {
    Home.Shelf shown = home.rows(caller.get(), LibraryParameters.rows(rows));
    return titles
        .home(shown.rows(), statuses.ofLibrary(HomeRow.titles(shown.rows())))
        .partial(shown.partial() ? true : null);
  }

  @Override
  public void deleteHomeWatchNextId(String id) {
    home.hideFromWatchNext(caller.get(), CatalogId.parse(id));
  }
}
