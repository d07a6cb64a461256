package com.stoganet.proxy.http;

import com.stoganet.proxy.api.model.Images;
import com.stoganet.proxy.api.model.LibraryDetail;
import com.stoganet.proxy.api.model.LibraryItem;
import com.stoganet.proxy.api.model.Picture;
import com.stoganet.proxy.api.model.Season;
import com.stoganet.proxy.arrivals.Offer;
import com.stoganet.proxy.arrivals.TitleState;
import java.util.List;

/** Writes titles that are not in the library in the words of the contract. */
final class OfferMapper {

  private static final double TENTHS = 10;

  private OfferMapper() {}

  static LibraryItem item(Offer offer, TitleState state) {
    return new LibraryItem()
        .id(offer.id().toString())
        .title(offer.name())
        .year(offer.year())
        .type(TitleMapper.type(offer.id().kind()))
        .poster(offer.poster())
        .backdrop(orNull(offer.backdrop()))
        .overview(offer.overview())
        .state(StatusMapper.state(state))
        .status(StatusMapper.status(state))
        .images(new Images().poster(picture(offer.poster())).backdrop(picture(offer.backdrop())))
        .communityRating(rating(offer.rating()));
  }

  static LibraryDetail detail(Offer offer, TitleState state) {
    LibraryItem card = item(offer, state);
    return new LibraryDetail()
        .id(card.getId())
        .title(card.getTitle())
        .year(card.getYear())
        .type(card.getType())
        .poster(card.getPoster())
        .backdrop(card.getBackdrop())
        .overview(card.getOverview())
        .state(card.getState())
        .status(card.getStatus())
        .images(card.getImages())
        .communityRating(card.getCommunityRating())
        .genres(offer.genres())
        .runtime(offer.runtimeMinutes())
        .originalTitle(orNull(offer.originalName()))
        .officialRating(orNull(offer.certification()))
        .cast(List.of())
        .seasons(offer.seasons().stream().map(OfferMapper::season).toList());
  }

  private static Season season(int number) {
    return new Season()
        .number(number)
        .name(number == 0 ? "Specials" : "Season " + number)
        .episodeCount(0)
        .poster("");
  }

  private static Picture picture(String address) {
    return address.isEmpty() ? null : new Picture().url(address);
  }

  private static Double rating(float rating) {
    return rating == 0 ? null : Math.round(rating * TENTHS) / TENTHS;
  }

  private static String orNull(String text) {
    return text.isEmpty() ? null : text;
  }
}
