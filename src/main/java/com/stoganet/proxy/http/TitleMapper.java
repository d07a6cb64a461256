package com.stoganet.proxy.http;

import com.stoganet.proxy.api.model.GenreListResponse;
import com.stoganet.proxy.api.model.HomeResponse;
import com.stoganet.proxy.api.model.HomeSection;
import com.stoganet.proxy.api.model.Images;
import com.stoganet.proxy.api.model.LibraryItem;
import com.stoganet.proxy.api.model.LibraryListResponse;
import com.stoganet.proxy.api.model.MediaState;
import com.stoganet.proxy.api.model.MediaType;
import com.stoganet.proxy.api.model.SearchResponse;
import com.stoganet.proxy.arrivals.Stage;
import com.stoganet.proxy.arrivals.TitleState;
import com.stoganet.proxy.arrivals.TitleStates;
import com.stoganet.proxy.media.Card;
import com.stoganet.proxy.media.CatalogId;
import com.stoganet.proxy.media.HomeRow;
import com.stoganet.proxy.media.MediaKind;
import com.stoganet.proxy.media.Selection;
import com.stoganet.proxy.media.Title;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;

/** Writes lists of titles in the words of the contract. */
@ApplicationScoped
public class TitleMapper {

  private static final double TENTHS = 10;

  private final PictureMapper pictures;
  private final EpisodeMapper episodes;
  private final TitleStates states;

  /** For the proxies of CDI only. */
  protected TitleMapper() {
    this(null, null, null);
  }

  @Inject
  public TitleMapper(PictureMapper pictures, EpisodeMapper episodes, TitleStates states) {
    this.pictures = pictures;
    this.episodes = episodes;
    this.states = states;
  }

  LibraryListResponse page(Selection.Page page) {
    return new LibraryListResponse()
        .items(items(page.titles()))
        .total(page.total())
        .nextCursor(page.nextCursor());
  }

  SearchResponse found(List<Title> titles) {
    return new SearchResponse().items(items(titles));
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

  HomeResponse home(List<HomeRow> rows) {
    return new HomeResponse()
        .sections(
            rows.stream()
                .map(
                    row ->
                        new HomeSection()
                            .id(row.name().text())
                            .items(row.cards().stream().map(this::card).toList())
                            .hasMore(row.more())
                            .stale(row.stale() ? true : null))
                .toList());
  }

  /** What every title shows, be it on a card or as a part of the whole. */
  LibraryItem item(Title title) {
    Images images = pictures.images(title.pictures());
    return new LibraryItem()
        .id(title.id().toString())
        .title(title.name())
        .year(title.year())
        .type(type(title.kind()))
        .poster(orEmpty(PictureMapper.address(images.getPoster())))
        .backdrop(PictureMapper.address(images.getBackdrop()))
        .overview(title.overview())
        .state(MediaState.PLAYABLE)
        .status(StatusMapper.status(state(title)))
        .images(images)
        .communityRating(title.rating() == 0 ? null : Math.round(title.rating() * TENTHS) / TENTHS);
  }

  /** Differs whenever the states of any of these do. */
  int version(List<Title> shown) {
    return shown.stream().map(this::state).toList().hashCode();
  }

  private TitleState state(Title title) {
    return title.id() instanceof CatalogId.Tmdb id
        ? states.atOnce(id, true)
        : TitleState.of(Stage.PLAYABLE);
  }

  private static String orEmpty(String text) {
    return text == null ? "" : text;
  }

  List<LibraryItem> items(List<Title> titles) {
    return titles.stream().map(this::item).toList();
  }

  private LibraryItem card(Card card) {
    return item(card.title())
        .episode(card.episode() == null ? null : episodes.resume(card.episode()))
        .progress(card.progress() == null ? null : EpisodeMapper.progress(card.progress()));
  }

  static MediaType type(MediaKind kind) {
    return switch (kind) {
      case MOVIE -> MediaType.MOVIE;
      case TV -> MediaType.TV;
    };
  }
}
