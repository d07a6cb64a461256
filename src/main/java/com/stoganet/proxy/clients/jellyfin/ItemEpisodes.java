package com.stoganet.proxy.clients.jellyfin;

import static com.stoganet.proxy.clients.jellyfin.JellyfinItems.text;

import com.stoganet.proxy.media.Episode;
import com.stoganet.proxy.media.Episode.Availability;
import com.stoganet.proxy.media.Season;
import java.time.LocalDate;
import java.util.Optional;

/** Seasons and episodes. */
final class ItemEpisodes {

  private ItemEpisodes() {}

  /** An episode of the catalogue; one that airs after {@code today} has not aired. */
  static Episode episode(BaseItem item, LocalDate today) {
    Optional<LocalDate> airs = JellyfinDates.day(item.premiereDate);
    Availability missing =
        airs.isPresent() && airs.get().isAfter(today) ? Availability.UNAIRED : Availability.MISSING;
    return new Episode(
        JellyfinItems.id(item),
        orZero(item.parentIndexNumber),
        orZero(item.indexNumber),
        text(item.name),
        text(item.overview),
        JellyfinItems.runtimeMinutes(item),
        ItemPictures.ofEpisode(item),
        JellyfinItems.hasFile(item) ? Availability.AVAILABLE : missing,
        airs,
        JellyfinItems.hasFile(item) ? ItemSources.playable(item) : Optional.empty(),
        JellyfinItems.progress(item));
  }

  static Season season(BaseItem item) {
    Integer unwatched = item.userData == null ? null : item.userData.unplayedItemCount;
    return new Season(
        orZero(item.indexNumber),
        text(item.name),
        JellyfinItems.year(item),
        orZero(item.childCount),
        unwatched == null ? -1 : unwatched,
        text(item.overview),
        ItemPictures.own(item));
  }

  private static int orZero(Integer number) {
    return number == null ? 0 : number;
  }
}
