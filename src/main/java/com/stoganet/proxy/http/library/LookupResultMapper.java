package com.stoganet.proxy.http.library;

import com.stoganet.proxy.acquisition.LookupResult;
import com.stoganet.proxy.api.model.Images;
import com.stoganet.proxy.api.model.LibraryDetail;
import com.stoganet.proxy.api.model.LibraryItem;
import com.stoganet.proxy.api.model.Picture;
import com.stoganet.proxy.api.model.Season;
import com.stoganet.proxy.availability.TitleStatus;
import java.util.List;

/** Maps titles that the library does not have to the types of the contract. */
final class LookupResultMapper {

  private static final double TENTHS = 10;

  private LookupResultMapper() {}

  static LibraryItem item(LookupResult result, TitleStatus status) {
    return new LibraryItem()
        .id(result.id().toString())
        .title(result.name())
        .year(result.year())
        .type(TitleMapper.type(result.id().kind()))
        .poster(result.poster())
        .backdrop(orNull(result.backdrop()))
        .overview(result.overview())
        .state(StatusMapper.state(status))
        .status(StatusMapper.status(status))
        .images(new Images().poster(picture(result.poster())).backdrop(picture(result.backdrop())))
        .communityRating(rating(result.rating()));
  }

  static LibraryDetail detail(LookupResult result, TitleStatus status) {
    return DetailMapper.begin(item(result, status))
        .genres(result.genres())
        .runtime(result.runtimeMinutes())
        .originalTitle(orNull(result.originalName()))
        .officialRating(orNull(result.certification()))
        .cast(List.of())
        .seasons(result.seasons().stream().map(LookupResultMapper::season).toList());
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
