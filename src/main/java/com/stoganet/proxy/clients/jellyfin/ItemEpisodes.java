package com.stoganet.proxy.clients.jellyfin;

import static com.stoganet.proxy.clients.jellyfin.JellyfinItems.text;

import com.stoganet.proxy.media.Episode;
import com.stoganet.proxy.media.Episode.Availability;
import com.stoganet.proxy.media.JellyfinId;
import com.stoganet.proxy.media.Picture;
import com.stoganet.proxy.media.Season;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/** Seasons and episodes. */
final class ItemEpisodes {

  /** Of a season or an episode that Jellyfin has no number for. */
  static final int NO_NUMBER = -1;

  private ItemEpisodes() {}

  /** An episode of a list that shows no season; one that airs after {@code today} has not aired. */
  static Episode episode(BaseItem item, LocalDate today) {
    MergedEpisode single =
        new MergedEpisode(orNone(item.parentIndexNumber), orNone(item.indexNumber), List.of(item));
    return episode(single, Map.of(), today);
  }

  /**
   * An episode of a season.
   *
   * @param watched the version that the position of an item belongs to, by item
   */
  static Episode episode(
      MergedEpisode episode, Map<JellyfinId, JellyfinId> watched, LocalDate today) {
    ItemVersions versions = new ItemVersions(episode.items(), List.of(), watched);
    BaseItem item = versions.first();
    Optional<LocalDate> airs = JellyfinDates.day(item.premiereDate);
    Availability missing =
        airs.isPresent() && airs.get().isAfter(today) ? Availability.UNAIRED : Availability.MISSING;
    return new Episode(
        JellyfinItems.id(item),
        episode.season(),
        episode.number(),
        numberEnd(item),
        text(item.name),
        text(item.overview),
        JellyfinItems.runtimeMillis(item),
        ItemPictures.ofEpisode(item),
        JellyfinItems.hasFile(item) ? Availability.AVAILABLE : missing,
        airs,
        versions.playable(),
        versions.unplayable(),
        versions.progress(),
        versions.sources());
  }

  /** A season with the numbers of its episodes; its first copy that has a picture shows it. */
  static Season season(MergedShow.Part part) {
    List<BaseItem> items = part.items();
    List<Picture> pictures =
        items.stream()
            .map(ItemPictures::own)
            .filter(own -> !own.isEmpty())
            .findFirst()
            .orElse(List.of());
    return new Season(
        id(part),
        part.number(),
        name(part),
        items.stream().map(JellyfinItems::year).filter(year -> year > 0).findFirst().orElse(0),
        part.episodes().size(),
        (int) part.episodes().stream().filter(each -> each.plays() && !each.played()).count(),
        firstText(items.stream().map(item -> item.overview)).orElse(""),
        pictures);
  }

  /** A season that Jellyfin does not list is known by its episodes. */
  private static Optional<JellyfinId> id(MergedShow.Part part) {
    return part.items().stream()
        .findFirst()
        .map(JellyfinItems::id)
        .or(
            () ->
                part.episodes().stream()
                    .flatMap(episode -> episode.items().stream())
                    .flatMap(item -> JellyfinId.parse(text(item.seasonId)).stream())
                    .findFirst());
  }

  private static String name(MergedShow.Part part) {
    Stream<String> known =
        Stream.concat(
            part.items().stream().map(item -> item.name),
            part.episodes().stream()
                .flatMap(episode -> episode.items().stream())
                .map(item -> item.seasonName));
    return firstText(known)
        .orElse(part.number() < 0 ? "Season Unknown" : "Season " + part.number());
  }

  private static Optional<String> firstText(Stream<String> texts) {
    return texts.filter(text -> text != null && !text.isBlank()).findFirst();
  }

  static boolean hasNumber(Integer number) {
    return number != null && number >= 0;
  }

  private static int orNone(Integer number) {
    return hasNumber(number) ? number : NO_NUMBER;
  }

  static OptionalInt numberEnd(BaseItem item) {
    boolean several =
        item.indexNumber != null
            && item.indexNumberEnd != null
            && item.indexNumberEnd > item.indexNumber;
    return several ? OptionalInt.of(item.indexNumberEnd) : OptionalInt.empty();
  }
}
