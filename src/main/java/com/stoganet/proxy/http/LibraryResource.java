package com.stoganet.proxy.http;

import com.stoganet.proxy.api.LibraryApi;
import com.stoganet.proxy.api.model.EpisodeListResponse;
import com.stoganet.proxy.api.model.LibraryDetail;
import com.stoganet.proxy.api.model.LibraryListResponse;
import com.stoganet.proxy.api.model.MediaType;
import com.stoganet.proxy.media.CatalogId;
import com.stoganet.proxy.media.Catalogue;
import com.stoganet.proxy.media.MediaKind;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** {@code /library}: what there is to watch. */
@ApplicationScoped
public class LibraryResource implements LibraryApi {

  private final Catalogue catalogue;
  private final CurrentCaller caller;
  private final TitleMapper titles;

  /** For the proxies of CDI only. */
  protected LibraryResource() {
    this(null, null, null);
  }

  @Inject
  public LibraryResource(Catalogue catalogue, CurrentCaller caller, TitleMapper titles) {
    this.catalogue = catalogue;
    this.caller = caller;
    this.titles = titles;
  }

  @Override
  public LibraryListResponse getLibrary(MediaType type, Integer limit, String cursor) {
    return titles.page(catalogue.page(caller.get(), kind(type), limit, cursor));
  }

  @Override
  public LibraryDetail getLibraryId(String id) {
    return titles.detail(catalogue.detail(caller.get(), CatalogId.parse(id)));
  }

  @Override
  public EpisodeListResponse getLibraryIdSeasonsSeasonNumberEpisodes(
      String id, Integer seasonNumber) {
    throw NotYet.built();
  }

  private static MediaKind kind(MediaType type) {
    if (type == null) {
      return null;
    }
    return switch (type) {
      case MOVIE -> MediaKind.MOVIE;
      case TV -> MediaKind.TV;
    };
  }
}
