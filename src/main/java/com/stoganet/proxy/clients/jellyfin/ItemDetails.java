package com.stoganet.proxy.clients.jellyfin;

import static com.stoganet.proxy.clients.jellyfin.JellyfinItems.stream;
import static com.stoganet.proxy.clients.jellyfin.JellyfinItems.text;

import com.stoganet.proxy.media.TitleDetail;
import com.stoganet.proxy.media.TitleDetail.About;
import com.stoganet.proxy.media.TitleDetail.CastMember;
import com.stoganet.proxy.media.TitleDetail.Show;
import com.stoganet.proxy.media.TitleDetail.Trailer;
import com.stoganet.proxy.media.TitleDetail.Viewing;
import java.util.List;
import java.util.Optional;

/** Everything about an item. */
final class ItemDetails {

  private ItemDetails() {}

  static TitleDetail detail(BaseItem item, Optional<Show> show) {
    boolean favorite = item.userData != null && JellyfinItems.isTrue(item.userData.isFavorite);
    return new TitleDetail(
        JellyfinItems.title(item),
        JellyfinItems.runtimeMinutes(item),
        about(item),
        new Viewing(favorite, JellyfinItems.progress(item)),
        ItemSources.all(item),
        JellyfinItems.hasFile(item) && show.isEmpty()
            ? ItemSources.playable(item)
            : Optional.empty(),
        show);
  }

  private static About about(BaseItem item) {
    return new About(
        stream(item.taglines).findFirst().orElse(""),
        text(item.officialRating),
        stream(item.studios).map(studio -> text(studio.name)).filter(n -> !n.isEmpty()).toList(),
        trailers(item),
        stream(item.people)
            .filter(person -> "Actor".equals(person.type) || "GuestStar".equals(person.type))
            .map(person -> new CastMember(text(person.name), text(person.role)))
            .toList());
  }

  /** The trailers whose addresses a browser may follow. */
  private static List<Trailer> trailers(BaseItem item) {
    return stream(item.remoteTrailers)
        .filter(trailer -> text(trailer.url).matches("https?://.*"))
        .map(trailer -> new Trailer(text(trailer.name), trailer.url))
        .toList();
  }
}
