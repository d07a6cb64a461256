package com.stoganet.proxy.http;

import com.stoganet.proxy.api.LibraryApi;
import com.stoganet.proxy.api.model.EpisodeListResponse;
import com.stoganet.proxy.api.model.GenreListResponse;
import com.stoganet.proxy.api.model.LibraryDetail;
import com.stoganet.proxy.api.model.LibraryListResponse;
import com.stoganet.proxy.api.model.LibrarySort;
import com.stoganet.proxy.api.model.MediaType;
import com.stoganet.proxy.api.model.SearchResponse;
import com.stoganet.proxy.api.model.SortOrder;
import com.stoganet.proxy.media.CatalogId;
import com.stoganet.proxy.media.Catalogue;
import com.stoganet.proxy.media.Letter;
import com.stoganet.proxy.media.LibraryQuery;
import com.stoganet.proxy.media.Selection;
import com.stoganet.proxy.media.TitlePages;
import com.stoganet.proxy.media.YearRange;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** {@code /library}: what there is to watch. */
@ApplicationScoped
public class LibraryResource implements LibraryApi {

  private final Catalogue catalogue;
  private final TitlePages pages;
  private final CurrentCaller caller;
  private final Freshness freshness;
  private final TitleMapper titles;
  private final WholeTitles wholes;
  private final EpisodeMapper episodes;

  /** For the proxies of CDI only. */
  protected LibraryResource() {
    this(null, null, null, null, null, null, null);
  }

  @Inject
  public LibraryResource(
      Catalogue catalogue,
      TitlePages pages,
      CurrentCaller caller,
      Freshness freshness,
      TitleMapper titles,
      WholeTitles wholes,
      EpisodeMapper episodes) {
    this.catalogue = catalogue;
    this.pages = pages;
    this.caller = caller;
    this.freshness = freshness;
    this.titles = titles;
    this.wholes = wholes;
    this.episodes = episodes;
  }

  @Override
  public LibraryListResponse getLibrary(
      MediaType type,
      Integer limit,
      String cursor,
      LibrarySort sort,
      SortOrder order,
      Integer seed,
      String genre,
      String year,
      Boolean unwatched,
      Boolean favorite,
      String letter) {
    LibraryQuery query =
        new LibraryQuery(
            Parameters.kind(type),
            Parameters.order(sort, order, seed, cursor),
            genre,
            YearRange.parse(year),
            unwatched,
            favorite,
            Letter.parse(letter));
    Selection selection = catalogue.select(caller.get(), query);
    // What follows is a function of these.
    Selection.Page page = selection.page(cursor, limit);
    int states = titles.version(page.titles());
    freshness.check(selection.version() + "/" + limit + "/" + cursor + "/" + states);
    return titles.page(page);
  }

  @Override
  public GenreListResponse getLibraryGenres(MediaType type) {
    return titles.genres(catalogue.genres(caller.get(), Parameters.kind(type)));
  }

  @Override
  public LibraryDetail getLibraryId(String id) {
    return wholes.of(caller.get(), CatalogId.parse(id));
  }

  @Override
  public SearchResponse getLibraryIdSimilar(String id, Integer limit) {
    return titles.found(pages.similar(caller.get(), CatalogId.parse(id), limit));
  }

  @Override
  public EpisodeListResponse getLibraryIdSeasonsSeasonNumberEpisodes(
      String id, Integer seasonNumber) {
    return episodes.list(pages.episodes(caller.get(), CatalogId.parse(id), seasonNumber));
  }
}
