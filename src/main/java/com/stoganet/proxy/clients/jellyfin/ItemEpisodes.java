package com.stoganet.proxy.clients.jellyfin;

import static com.stoganet.proxy.clients.jellyfin.JellyfinItems.text;

import com.stoganet.proxy.media.Episode;
import com.stoganet.proxy.media.Episode.Availability;
import com.stoganet.proxy.media.Season;
import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalInt;

/** Seasons and episodes. */
final class ItemEpisodes {

  /** Of a season or an episode that Jellyfin has no number for. */
  static final int NO_NUMBER = -1;

  private ItemEpisodes() {}

  /** An episode of the catalogue; one that airs after {@code today} has not aired. */
  static Episode episode(BaseItem item, LocalDate today) {
    Optional<LocalDate> airs = JellyfinDates.day(item.premiereDate);
    Availability missing =
        airs.isPresent() && airs.get().isAfter(today) ? Availability.UNAIRED : Availability.MISSING;
    return new Episode(
        JellyfinItems.id(item),
        orNone(item.parentIndexNumber),
        orNone(item.indexNumber),
        numberEnd(item),
        text(item.name),
        text(item.overview),
        JellyfinItems.runtimeMillis(item),
        ItemPictures.ofEpisode(item),
        JellyfinItems.hasFile(item) ? Availability.AVAILABLE : missing,
        airs,
        ItemSources.playable(item),
        ItemPlayability.problem(item),
        JellyfinItems.progress(item),
        ItemSources.all(item));
  }

  static Season season(BaseItem item) {
    Integer unwatched = item.userData == null ? null : item.userData.unplayedItemCount;
    return new Season(
        Optional.of(JellyfinItems.id(item)),
        orNone(item.indexNumber),
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

  private static int orNone(Integer number) {
    return number == null || number < 0 ? NO_NUMBER : number;
  }

  private static OptionalInt numberEnd(BaseItem item) {
    boolean several =
        item.indexNumber != null
            && item.indexNumberEnd != null
            && item.indexNumberEnd > item.indexNumber;
    return several ? OptionalInt.of(item.indexNumberEnd) : OptionalInt.empty();
  }
}
