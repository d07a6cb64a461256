package com.stoganet.proxy.clients.jellyfin;

import com.stoganet.proxy.media.CatalogId;
import com.stoganet.proxy.media.JellyfinId;
import com.stoganet.proxy.media.MediaKind;
import com.stoganet.proxy.media.Playable;
import com.stoganet.proxy.media.Progress;
import com.stoganet.proxy.media.Title;
import com.stoganet.proxy.media.TitleDetail.CastMember;
import com.stoganet.proxy.media.TitleDetail.NextEpisode;
import com.stoganet.proxy.media.TitleDetail.Season;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Puts Jellyfin's items into the words of the catalogue. */
final class JellyfinItems {

  private static final long TICKS_PER_MILLI = 10_000;
  private static final long TICKS_PER_MINUTE = 60_000 * TICKS_PER_MILLI;
  private static final Pattern TMDB_NUMBER = Pattern.compile("[1-9][0-9]{0,9}");
  private static final Pattern YEAR_FIRST = Pattern.compile("[0-9]{4}-.*");

  private JellyfinItems() {}

  static Title title(BaseItem item) {
    return new Title(catalogId(item), text(item.name), year(item), kind(item), text(item.overview));
  }

  static boolean isSeries(BaseItem item) {
    return "Series".equals(item.type);
  }

  static boolean isVideo(BaseItem item) {
    return "Movie".equals(item.type) || "Episode".equals(item.type) || "Video".equals(item.type);
  }

  /** Episodes carry TMDB numbers too, but of a third number space: only titles get one. */
  static CatalogId catalogId(BaseItem item) {
    Optional<Long> number = isTitle(item) ? tmdbNumber(item) : Optional.empty();
    return number
        .<CatalogId>map(found -> new CatalogId.Tmdb(kind(item), found))
        .orElseGet(() -> new CatalogId.Jellyfin(id(item)));
  }

  static Optional<Long> tmdbNumber(BaseItem item) {
    return Optional.ofNullable(item.providerIds).orElse(Map.of()).entrySet().stream()
        .filter(entry -> "Tmdb".equalsIgnoreCase(entry.getKey()) && entry.getValue() != null)
        .map(Map.Entry::getValue)
        .filter(value -> TMDB_NUMBER.matcher(value).matches())
        .map(Long::valueOf)
        .findFirst();
  }

  static JellyfinId id(BaseItem item) {
    return JellyfinId.parse(text(item.id))
        .orElseThrow(() -> new IllegalStateException("Jellyfin sent an item without an id"));
  }

  static MediaKind kind(BaseItem item) {
    return "Movie".equals(item.type) || "Video".equals(item.type) ? MediaKind.MOVIE : MediaKind.TV;
  }

  static int runtimeMinutes(BaseItem item) {
    return item.runTimeTicks == null ? 0 : Math.toIntExact(item.runTimeTicks / TICKS_PER_MINUTE);
  }

  static List<CastMember> cast(BaseItem item) {
    return stream(item.people)
        .filter(person -> "Actor".equals(person.type) || "GuestStar".equals(person.type))
        .map(person -> new CastMember(text(person.name), text(person.role)))
        .toList();
  }

  static Progress progress(BaseItem item) {
    return item.userData == null
        ? new Progress(0, false)
        : new Progress(item.userData.playbackPositionTicks / TICKS_PER_MILLI, item.userData.played);
  }

  /** The default version: its source has the id of the item; versions may come in any order. */
  static Optional<BaseItem.Source> defaultSource(BaseItem item) {
    List<BaseItem.Source> sources = item.mediaSources == null ? List.of() : item.mediaSources;
    return sources.stream()
        .filter(source -> text(item.id).equalsIgnoreCase(source.id))
        .findFirst()
        .or(() -> sources.stream().findFirst());
  }

  static Playable playable(BaseItem item) {
    List<Playable.Subtitle> subtitles =
        defaultSource(item)
            .map(source -> stream(source.mediaStreams))
            .orElse(Stream.empty())
            .filter(track -> "Subtitle".equals(track.type) && track.isTextSubtitleStream)
            .map(JellyfinItems::subtitle)
            .toList();
    return new Playable(id(item), subtitles);
  }

  /** Jellyfin 12: a missing season has no number; it cannot be asked for, so it is left out. */
  static List<Season> seasons(ItemPage page) {
    return stream(page.items)
        .filter(season -> season.indexNumber != null)
        .map(
            season ->
                new Season(
                    season.indexNumber,
                    text(season.name),
                    year(season),
                    season.childCount == null ? 0 : season.childCount,
                    text(season.overview)))
        .toList();
  }

  static Optional<NextEpisode> nextEpisode(ItemPage page) {
    return stream(page.items)
        .filter(episode -> !"Virtual".equals(episode.locationType))
        .filter(episode -> episode.indexNumber != null && episode.parentIndexNumber != null)
        .findFirst()
        .map(
            episode ->
                new NextEpisode(
                    episode.parentIndexNumber,
                    episode.indexNumber,
                    new CatalogId.Jellyfin(id(episode)),
                    text(episode.name),
                    playable(episode),
                    progress(episode)));
  }

  static String text(String value) {
    return value == null ? "" : value;
  }

  static <T> Stream<T> stream(List<T> list) {
    return list == null ? Stream.empty() : list.stream();
  }

  private static boolean isTitle(BaseItem item) {
    return "Movie".equals(item.type) || isSeries(item);
  }

  private static int year(BaseItem item) {
    if (item.productionYear != null) {
      return item.productionYear;
    }
    boolean dated = item.premiereDate != null && YEAR_FIRST.matcher(item.premiereDate).matches();
    return dated ? Integer.parseInt(item.premiereDate.substring(0, 4)) : 0;
  }

  private static Playable.Subtitle subtitle(BaseItem.Stream track) {
    return new Playable.Subtitle(
        track.index,
        text(track.language),
        text(track.displayTitle),
        text(track.codec),
        track.isDefault,
        track.isForced,
        track.isExternal);
  }
}
