package com.stoganet.proxy.clients.jellyfin;

import static com.stoganet.proxy.clients.jellyfin.JellyfinItems.stream;
import static com.stoganet.proxy.clients.jellyfin.JellyfinItems.text;

import com.stoganet.proxy.media.TitleDetail;
import com.stoganet.proxy.media.TitleDetail.About;
import com.stoganet.proxy.media.TitleDetail.Airing;
import com.stoganet.proxy.media.TitleDetail.CastMember;
import com.stoganet.proxy.media.TitleDetail.Chapter;
import com.stoganet.proxy.media.TitleDetail.ExternalIds;
import com.stoganet.proxy.media.TitleDetail.Extra;
import com.stoganet.proxy.media.TitleDetail.Facts;
import com.stoganet.proxy.media.TitleDetail.SeriesStatus;
import com.stoganet.proxy.media.TitleDetail.Show;
import com.stoganet.proxy.media.TitleDetail.Trailer;
import com.stoganet.proxy.media.TitleDetail.Viewing;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Everything about an item. */
final class ItemDetails {

  private static final Pattern IMDB_ID = Pattern.compile("tt[0-9]{5,12}");

  private ItemDetails() {}

  /** A series of which there may be several copies. */
  static TitleDetail series(List<BaseItem> copies, Show show, List<Extra> extras) {
    BaseItem item = copies.get(0);
    return new TitleDetail(
        JellyfinItems.title(item),
        JellyfinItems.runtimeMillis(item),
        about(item),
        facts(item, extras),
        new Viewing(isFavorite(copies), JellyfinItems.progress(item)),
        List.of(),
        Optional.empty(),
        Optional.empty(),
        Optional.of(show));
  }

  /** A movie or an episode with all versions of all its copies. */
  static TitleDetail video(List<BaseItem> copies, ItemVersions versions, List<Extra> extras) {
    BaseItem item = copies.get(0);
    return new TitleDetail(
        JellyfinItems.title(item),
        JellyfinItems.runtimeMillis(item),
        about(item),
        facts(item, extras),
        new Viewing(isFavorite(copies), versions.progress()),
        versions.sources(),
        versions.playable(),
        versions.unplayable(),
        Optional.empty());
  }

  private static boolean isFavorite(List<BaseItem> copies) {
    return copies.stream()
        .anyMatch(item -> item.userData != null && JellyfinItems.isTrue(item.userData.isFavorite));
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

  private static Facts facts(BaseItem item, List<Extra> extras) {
    return new Facts(
        new ExternalIds(
            JellyfinItems.providerId(item, "Imdb", IMDB_ID).orElse(""),
            JellyfinItems.providerNumber(item, "Tvdb").orElse(""),
            JellyfinItems.providerNumber(item, "Tmdb").orElse("")),
        new Airing(
            JellyfinDates.day(item.premiereDate),
            JellyfinDates.day(item.endDate),
            JellyfinItems.isSeries(item) ? seriesStatus(item) : Optional.empty()),
        names(item, "Director"),
        names(item, "Writer"),
        stream(item.tags).filter(tag -> tag != null && !tag.isBlank()).toList(),
        stream(item.chapters)
            .filter(chapter -> chapter.startPositionTicks != null)
            .map(
                chapter ->
                    new Chapter(
                        text(chapter.name), JellyfinItems.millis(chapter.startPositionTicks)))
            .toList(),
        extras);
  }

  private static Optional<SeriesStatus> seriesStatus(BaseItem series) {
    return switch (text(series.status)) {
      case "Continuing" -> Optional.of(SeriesStatus.CONTINUING);
      case "Ended" -> Optional.of(SeriesStatus.ENDED);
      case "Unreleased" -> Optional.of(SeriesStatus.UNRELEASED);
      default -> Optional.empty();
    };
  }

  /** The people of a craft, each once: Jellyfin lists a writer of two parts twice. */
  private static List<String> names(BaseItem item, String craft) {
    return stream(item.people)
        .filter(person -> craft.equals(person.type))
        .map(person -> text(person.name))
        .filter(name -> !name.isEmpty())
        .distinct()
        .toList();
  }

  /** A short video that belongs to a title; empty when it cannot be played. */
  static Optional<Extra> extra(BaseItem item) {
    return ItemSources.playable(item)
        .map(
            playable ->
                new Extra(
                    type(item),
                    text(item.name),
                    JellyfinItems.runtimeMillis(item),
                    ItemPictures.own(item),
                    playable));
  }

  private static Extra.Type type(BaseItem item) {
    return switch (text(item.extraType)) {
      case "Trailer" -> Extra.Type.TRAILER;
      case "BehindTheScenes" -> Extra.Type.BEHIND_THE_SCENES;
      case "DeletedScene" -> Extra.Type.DELETED_SCENE;
      case "Interview" -> Extra.Type.INTERVIEW;
      case "Scene" -> Extra.Type.SCENE;
      case "Sample" -> Extra.Type.SAMPLE;
      case "Featurette" -> Extra.Type.FEATURETTE;
      case "Short" -> Extra.Type.SHORT;
      case "Clip" -> Extra.Type.CLIP;
      case "ThemeVideo" -> Extra.Type.THEME_VIDEO;
      default -> "Trailer".equals(item.type) ? Extra.Type.TRAILER : Extra.Type.OTHER;
    };
  }

  /** The trailers whose addresses a browser may follow. */
  private static List<Trailer> trailers(BaseItem item) {
    return stream(item.remoteTrailers)
        .filter(trailer -> text(trailer.url).matches("https?://.*"))
        .map(trailer -> new Trailer(text(trailer.name), trailer.url))
        .toList();
  }
}
