package com.stoganet.proxy.clients.jellyfin;

import static com.stoganet.proxy.clients.jellyfin.JellyfinItems.isTrue;
import static com.stoganet.proxy.clients.jellyfin.JellyfinItems.stream;
import static com.stoganet.proxy.clients.jellyfin.JellyfinItems.text;

import com.stoganet.proxy.media.JellyfinId;
import com.stoganet.proxy.media.Playable;
import com.stoganet.proxy.media.Source;
import com.stoganet.proxy.media.Source.AudioTrack;
import com.stoganet.proxy.media.Source.Hdr;
import com.stoganet.proxy.media.Subtitle;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

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

  /** All versions that have a valid id: those that can be played first, then the default one. */
  public static List<Source> all(BaseItem item) {
    return inOrder(item).map(source -> source(item, source)).flatMap(Optional::stream).toList();
  }

  private static Stream<BaseItem.Source> inOrder(BaseItem item) {
    return stream(item.mediaSources)
        .sorted(
            Comparator.<BaseItem.Source, Boolean>comparing(
                    source -> ItemPlayability.problem(item, source).isPresent())
                .thenComparing(source -> !isDefault(item, source)));
  }

  /** The version of an item to play; empty when none can be played. */
  static Optional<Playable> playable(BaseItem item) {
    return inOrder(item)
        .findFirst()
        .filter(source -> ItemPlayability.problem(item, source).isEmpty())
        .map(
            source ->
                new Playable(
                    JellyfinItems.id(item),
                    subtitles(source).stream().filter(Subtitle::text).toList()));
  }

  /**
   * The container in lower case; Jellyfin names some by a list such as mov,mp4,m4a. Empty when
   * Jellyfin does not know it: of a video elsewhere that it has not probed, it knows the file with
   * the address only.
   */
  static String container(BaseItem.Source source) {
    List<String> names = List.of(text(source.container).toLowerCase(Locale.ROOT).split(",", -1));
    String name = names.contains("mp4") ? "mp4" : names.get(0);
    return "strm".equals(name) ? "" : name;
  }

  /** Whether Jellyfin fetches the bytes from another server. */
  private static boolean isRemote(BaseItem.Source source) {
    return isTrue(source.isRemote) || "Http".equals(source.protocol);
  }

  /** Of a video elsewhere, Jellyfin tells the size of the file with the address. */
  private static long size(BaseItem.Source source) {
    return source.size == null || isRemote(source) ? 0 : source.size;
  }

  private static boolean isDefault(BaseItem item, BaseItem.Source source) {
    return text(item.id).equalsIgnoreCase(source.id);
  }

  private static Optional<Source> source(BaseItem item, BaseItem.Source source) {
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
                    size(source),
                    isRemote(source),
                    JellyfinItems.millis(source.runTimeTicks),
                    ItemPlayability.problem(item, source),
                    audio(source),
                    subtitles(source),
                    Optional.empty(),
                    List.of()));
  }

  private static List<AudioTrack> audio(BaseItem.Source source) {
    return stream(source.mediaStreams)
        .filter(track -> "Audio".equals(track.type) && track.index != null)
        .map(
            track ->
                new AudioTrack(
                    track.index,
                    Languages.tag(track.language),
                    text(track.displayTitle),
                    text(track.codec),
                    track.channels == null ? 0 : track.channels,
                    isTrue(track.isDefault)))
        .toList();
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
