package com.stoganet.proxy.http.library;

import com.stoganet.proxy.api.model.GenreListResponse;
import com.stoganet.proxy.api.model.HomeResponse;
import com.stoganet.proxy.api.model.HomeSection;
import com.stoganet.proxy.api.model.Images;
import com.stoganet.proxy.api.model.LibraryItem;
import com.stoganet.proxy.api.model.LibraryListResponse;
import com.stoganet.proxy.api.model.MediaState;
import com.stoganet.proxy.api.model.MediaType;
import com.stoganet.proxy.api.model.SearchResponse;
import com.stoganet.proxy.availability.TitleStatus;
import com.stoganet.proxy.media.Card;
import com.stoganet.proxy.media.CatalogId;
import com.stoganet.proxy.media.HomeRow;
import com.stoganet.proxy.media.MediaKind;
import com.stoganet.proxy.media.Selection;
import com.stoganet.proxy.media.Title;
import com.stoganet.proxy.media.Unplayable;
import com.stoganet.proxy.shared.Service;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Maps lists of titles to the types of the contract. */
@Service
public class TitleMapper {

  private static final double TENTHS = 10;

  private final PictureMapper pictures;
  private final EpisodeMapper episodes;

  @Inject
  public TitleMapper(PictureMapper pictures, EpisodeMapper episodes) {
    this.pictures = pictures;
    this.episodes = episodes;
  }

  LibraryListResponse page(Selection.Page page, Map<CatalogId, TitleStatus> statuses) {
    return new LibraryListResponse()
        .items(items(page.titles(), statuses))
        .total(page.total())
        .nextCursor(page.nextCursor());
  }

  SearchResponse found(List<Title> titles, Map<CatalogId, TitleStatus> statuses) {
    return new SearchResponse().items(items(titles, statuses));
  }

  GenreListResponse genres(Map<String, Integer> counts) {
    return new GenreListResponse()
        .genres(
            counts.entrySet().stream()
                .map(
                    genre ->
                        new com.stoganet.proxy.api.model.Genre()
                            .name(genre.getKey())
                            .count(genre.getValue()))
                .toList());
  }

  HomeResponse home(List<HomeRow> rows, Map<CatalogId, TitleStatus> statuses) {
    return new HomeResponse()
        .sections(
            rows.stream()
                .map(
                    row ->
                        new HomeSection()
                            .id(row.name().text())
                            .items(cards(row, statuses))
                            .hasMore(row.more())
                            .stale(row.stale() ? true : null))
                .toList());
  }

  /** What every title shows, be it on a card or as a part of the whole. */
  LibraryItem item(Title title, TitleStatus status) {
    Images images = pictures.images(title.pictures());
    return new LibraryItem()
        .id(title.id().toString())
        .title(title.name())
        .year(title.year())
        .type(type(title.kind()))
        .poster(orEmpty(PictureMapper.address(images.getPoster())))
        .backdrop(PictureMapper.address(images.getBackdrop()))
        .overview(title.overview())
        .state(state(title.unplayable()))
        .status(StatusMapper.status(status))
        .images(images)
        .communityRating(title.rating() == 0 ? null : Math.round(title.rating() * TENTHS) / TENTHS);
  }

  /** No title of the library that cannot be played is on its way. */
  static MediaState state(Optional<Unplayable> problem) {
    return problem.isPresent() ? MediaState.REQUESTABLE : MediaState.PLAYABLE;
  }

  private static String orEmpty(String text) {
    return text == null ? "" : text;
  }

  List<LibraryItem> items(List<Title> titles, Map<CatalogId, TitleStatus> statuses) {
    return titles.stream().map(title -> item(title, statuses.get(title.id()))).toList();
  }

  private List<LibraryItem> cards(HomeRow row, Map<CatalogId, TitleStatus> statuses) {
    return row.cards().stream().map(card -> card(card, statuses.get(card.title().id()))).toList();
  }

  private LibraryItem card(Card card, TitleStatus status) {
    return item(card.title(), status)
        .episode(card.episode() == null ? null : episodes.resume(card.episode()))
        .progress(card.progress() == null ? null : EpisodeMapper.progress(card.progress()));
  }

  public static MediaType type(MediaKind kind) {
    return switch (kind) {
      case MOVIE -> MediaType.MOVIE;
      case TV -> MediaType.TV;
    };
  }
}
