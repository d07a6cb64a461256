package com.stoganet.proxy.http.library;

import com.stoganet.proxy.api.LibraryApi;
import com.stoganet.proxy.api.model.EpisodeListResponse;
import com.stoganet.proxy.api.model.GenreListResponse;
import com.stoganet.proxy.api.model.LibraryDetail;
import com.stoganet.proxy.api.model.LibraryListResponse;
import com.stoganet.proxy.api.model.LibrarySort;
import com.stoganet.proxy.api.model.MediaType;
import com.stoganet.proxy.api.model.SearchResponse;
import com.stoganet.proxy.api.model.SortOrder;
import com.stoganet.proxy.availability.TitleStatus;
import com.stoganet.proxy.availability.TitleStatusResolver;
import com.stoganet.proxy.http.edge.CurrentCaller;
import com.stoganet.proxy.http.edge.Preconditions;
import com.stoganet.proxy.media.CatalogId;
import com.stoganet.proxy.media.Catalogue;
import com.stoganet.proxy.media.Letter;
import com.stoganet.proxy.media.LibraryQuery;
import com.stoganet.proxy.media.Selection;
import com.stoganet.proxy.media.SeriesEpisodes;
import com.stoganet.proxy.media.Title;
import com.stoganet.proxy.media.TitleLookup;
import com.stoganet.proxy.media.YearRange;
import com.stoganet.proxy.shared.Service;
import com.stoganet.proxy.titles.TitleDetailService;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;

/** {@code /library}: the titles of the library. */
@Service
public class LibraryResource implements LibraryApi {

  private final Catalogue catalogue;
  private final TitleLookup titleLookup;
  private final SeriesEpisodes seriesEpisodes;
  private final CurrentCaller caller;
  private final Preconditions preconditions;
  private final TitleStatusResolver statuses;
  private final TitleMapper titles;
  private final DetailMapper detailMapper;
  private final TitleDetailService details;
  private final EpisodeMapper episodes;

  @Inject
  public LibraryResource(
      Catalogue catalogue,
      TitleLookup titleLookup,
      SeriesEpisodes seriesEpisodes,
      CurrentCaller caller,
      Preconditions preconditions,
      TitleStatusResolver statuses,
      TitleMapper titles,
      DetailMapper detailMapper,
      TitleDetailService details,
      EpisodeMapper episodes) {
    this.catalogue = catalogue;
    this.titleLookup = titleLookup;
    this.seriesEpisodes = seriesEpisodes;
    this.caller = caller;
    this.preconditions = preconditions;
    this.statuses = statuses;
    this.titles = titles;
    this.detailMapper = detailMapper;
    this.details = details;
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
            LibraryParameters.kind(type),
            LibraryParameters.order(sort, order, seed, cursor),
            genre,
            YearRange.parse(year),
            unwatched,
            favorite,
            Letter.parse(letter));
    Selection selection = catalogue.select(caller.get(), query);
    // The answer below depends on these values only.
    Selection.Page page = selection.page(cursor, limit);
    Map<CatalogId, TitleStatus> shown = statuses.ofLibrary(page.titles());
    preconditions.check(selection.version() + "/" + limit + "/" + cursor + "/" + shown.hashCode());
    return titles.page(page, shown);
  }

  @Override
  public GenreListResponse getLibraryGenres(MediaType type) {
    return titles.genres(catalogue.genres(caller.get(), LibraryParameters.kind(type)));
  }

  @Override
  public LibraryDetail getLibraryId(String id) {
    return detailMapper.detail(details.find(caller.get(), CatalogId.parse(id)));
  }

  @Override
  public SearchResponse getLibraryIdSimilar(String id, Integer limit) {
    List<Title> similar = titleLookup.similar(caller.get(), CatalogId.parse(id), limit);
    return titles.found(similar, statuses.ofLibrary(similar));
  }

  @Override
  public EpisodeListResponse getLibraryIdSeasonsSeasonNumberEpisodes(
      String id, Integer seasonNumber) {
    return episodes.list(seriesEpisodes.list(caller.get(), CatalogId.parse(id), seasonNumber));
  }
}
