package com.stoganet.proxy.clients.jellyfin;

import static com.stoganet.proxy.clients.jellyfin.JellyfinItems.isTrue;
import static com.stoganet.proxy.clients.jellyfin.JellyfinItems.stream;
import static com.stoganet.proxy.clients.jellyfin.JellyfinItems.text;

import com.stoganet.proxy.media.JellyfinId;
import com.stoganet.proxy.media.Playable;
import com.stoganet.proxy.media.Source;
import com.stoganet.proxy.media.Source.Hdr;
import com.stoganet.proxy.media.Subtitle;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The versions of a video and the tracks in them. */
public final class ItemSources {

  private ItemSources() {}

  /** The default version has the id of the item; versions may come in any order. */
  static Optional<BaseItem.Source> defaultSource(BaseItem item) {
    return stream(item.mediaSources)
        .filter(source -> isDefault(item, source))
        .findFirst()
        .or(() -> stream(item.mediaSources).findFirst());
  }

  /** All versions that have a valid id, the default one first. */
  public static List<Source> all(BaseItem item) {
    return stream(item.mediaSources)
        .sorted(Comparator.comparing(source -> !isDefault(item, source)))
        .map(ItemSources::source)
        .flatMap(Optional::stream)
        .toList();
  }

  /** The version of an item to play; empty when it has none. */
  static Optional<Playable> playable(BaseItem item) {
    return defaultSource(item)
        .map(
            source ->
                new Playable(
                    JellyfinItems.id(item),
                    subtitles(source).stream().filter(Subtitle::text).toList()));
  }

  /**
   * The container; Jellyfin names some by a list such as mov,mp4,m4a. Empty when Jellyfin does not
   * know it.
   */
  static String container(BaseItem.Source source) {
    List<String> names = List.of(text(source.container).split(",", -1));
    return names.contains("mp4") ? "mp4" : names.get(0);
  }

  private static boolean isDefault(BaseItem item, BaseItem.Source source) {
    return text(item.id).equalsIgnoreCase(source.id);
  }

  private static Optional<Source> source(BaseItem.Source source) {
    Optional<BaseItem.Stream> video =
        stream(source.mediaStreams).filter(track -> "Video".equals(track.type)).findFirst();
    return JellyfinId.parse(text(source.id))
        .map(
            id ->
                new Source(
                    id,
                    text(source.name),
                    container(source),
                    video.map(track -> text(track.codec)).orElse(""),
                    video.map(track -> track.height).orElse(0),
                    video.flatMap(ItemSources::hdr),
                    source.bitrate == null ? 0 : source.bitrate,
                    source.size == null ? 0 : source.size,
                    subtitles(source),
                    Optional.empty()));
  }

  private static List<Subtitle> subtitles(BaseItem.Source source) {
    return stream(source.mediaStreams)
        .filter(track -> "Subtitle".equals(track.type) && track.index != null)
        .map(
            track ->
                new Subtitle(
                    track.index,
                    Languages.tag(track.language),
                    text(track.displayTitle),
                    text(track.codec),
                    kind(track),
                    isTrue(track.isTextSubtitleStream),
                    isTrue(track.isDefault),
                    isTrue(track.isExternal)))
        .toList();
  }

  private static Subtitle.Kind kind(BaseItem.Stream track) {
    if (isTrue(track.isForced)) {
      return Subtitle.Kind.FORCED;
    }
    return isTrue(track.isHearingImpaired) ? Subtitle.Kind.SDH : Subtitle.Kind.FULL;
  }

  /**
   * The HDR format by Jellyfin's VideoRangeType, such as DOVIWithHDR10; empty when it is Unknown or
   * absent.
   */
  private static Optional<Hdr> hdr(BaseItem.Stream video) {
    String type = text(video.videoRangeType).toUpperCase(Locale.ROOT);
    if (type.startsWith("DOVI")) {
      return Optional.of(Hdr.DOLBY_VISION);
    }
    return switch (type) {
      case "SDR" -> Optional.of(Hdr.SDR);
      case "HDR10" -> Optional.of(Hdr.HDR10);
      case "HDR10PLUS" -> Optional.of(Hdr.HDR10_PLUS);
      case "HLG" -> Optional.of(Hdr.HLG);
      default -> Optional.empty();
    };
  }
}
