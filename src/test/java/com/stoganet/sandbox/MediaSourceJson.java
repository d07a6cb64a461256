package com.stoganet.sandbox;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/** Writes the files of a title and the streams in them. */
final class MediaSourceJson {
  private static final Map<String, String> LANGUAGES =
      Map.of("eng", "English", "fre", "French", "ger", "German", "spa", "Spanish");

  private static final Map<String, String> TERMINOLOGICAL = Map.of("fre", "fra", "ger", "deu");

  private final ServerState server;
  private final Account user;

  MediaSourceJson(ServerState server, Account user) {
    this.server = server;
    this.user = user;
  }

  List<Dto> all(Item item) {
    return versions(item).stream().map(version -> source(item, version)).toList();
  }

  /** Jellyfin 12: the version that the user has played most recently comes first. */
  List<MediaVersion> versions(Item item) {
    List<MediaVersion> versions = new ArrayList<>(item.versions());
    if (!server.v12() && item.type() == ItemType.EPISODE) {
      versions.removeIf(version -> !version.id().equals(item.id()));
    }
    if (server.v12() && user != null) {
      versions.sort(Comparator.comparing(this::lastPlayed).reversed());
    }
    return versions;
  }

  private Instant lastPlayed(MediaVersion version) {
    Instant played = server.watched.of(user, version.id()).lastPlayed();
    return played == null ? Instant.MIN : played;
  }

  Dto source(Item item, MediaVersion version) {
    Dto source = file(item, version);
    version.medium().describeSource(source);
    return source;
  }

  private Dto file(Item item, MediaVersion version) {
    int audio = version.firstIndexOf(Track.Kind.AUDIO);
    OptionalInt subtitle =
        IntStream.range(0, version.tracks().size())
            .filter(index -> version.tracks().get(index).kind() == Track.Kind.SUBTITLE)
            .filter(index -> version.tracks().get(index).forced())
            .findFirst();
    return new Dto()
        .put("Protocol", "File")
        .put("Id", version.id())
        .put("Path", path(item, version))
        .put("Type", "Default")
        .put("Container", version.extension())
        .put("Size", version.size())
        .put("Name", version.name())
        .put("IsRemote", false)
        .put("ETag", Guid.of("etag/" + version.id()))
        .put("RunTimeTicks", runtimeTicks(item, version))
        .put("ReadAtNativeFramerate", false)
        .put("IgnoreDts", false)
        .put("IgnoreIndex", false)
        .put("GenPtsInput", false)
        .put("SupportsTranscoding", true)
        .put("SupportsDirectStream", true)
        .put("SupportsDirectPlay", true)
        .put("IsInfiniteStream", false)
        .put("UseMostCompatibleTranscodingProfile", false)
        .put("RequiresOpening", false)
        .put("RequiresClosing", false)
        .put("RequiresLooping", false)
        .put("SupportsProbing", true)
        .put("VideoType", "VideoFile")
        .put("MediaStreams", streams(version))
        .put("MediaAttachments", List.of())
        .put("Formats", List.of())
        .put("Bitrate", 193_576)
        .put("RequiredHttpHeaders", Map.of())
        .put("TranscodingSubProtocol", "http")
        .put("DefaultAudioStreamIndex", audio < 0 ? null : audio)
        .put("DefaultSubtitleStreamIndex", subtitle.isEmpty() ? null : subtitle.getAsInt())
        .put("HasSegments", item.type() == ItemType.EPISODE);
  }

  private Long runtimeTicks(Item item, MediaVersion version) {
    return server.library.find(version.id()).orElse(item).metadata().runtimeTicks;
  }

  static String path(Item item, MediaVersion version) {
    String folder = item.type() == ItemType.EPISODE ? "/media/shows/" : "/media/movies/";
    return folder + version.fileName();
  }

  List<Dto> streams(MediaVersion version) {
    List<Dto> streams = new ArrayList<>();
    for (int index = 0; index < version.tracks().size(); index++) {
      streams.add(stream(version, version.tracks().get(index), index));
    }
    return streams;
  }

  Dto stream(MediaVersion version, Track track, int index) {
    boolean video = track.kind() == Track.Kind.VIDEO;
    boolean audio = track.kind() == Track.Kind.AUDIO;
    boolean subtitle = track.kind() == Track.Kind.SUBTITLE;
    Dto dto = new Dto();
    localized(dto, track);
    return dto.put("Codec", track.codec())
        .put("Language", language(track))
        .put("TimeBase", "1/1000")
        .put("Title", track.title())
        .put("VideoRange", video ? "SDR" : "Unknown")
        .put("VideoRangeType", video ? "SDR" : "Unknown")
        .put("AudioSpatialFormat", "None")
        .put("DisplayTitle", displayTitle(version, track))
        .put("IsInterlaced", false)
        .put("ChannelLayout", audio ? "stereo" : null)
        .put("BitRate", video ? Integer.valueOf(92_340) : audio ? Integer.valueOf(95_366) : null)
        .put("Channels", audio ? track.channels() : null)
        .put("SampleRate", audio ? 48_000 : null)
        .put("IsDefault", track.preset())
        .put("IsForced", track.forced())
        .put("IsHearingImpaired", false)
        .put("Height", video ? version.height() : null)
        .put("Width", video ? version.width() : null)
        .put("AverageFrameRate", video ? 24 : null)
        .put("RealFrameRate", video ? 24 : null)
        .put("Profile", video ? "High" : audio ? "LC" : null)
        .put("Type", track.kind().wireName)
        .put("AspectRatio", video ? "16:9" : null)
        .put("Index", index)
        .put("IsExternal", track.external())
        .put("IsTextSubtitleStream", track.text())
        .put("SupportsExternalStream", subtitle && track.text())
        .put("Path", track.external() ? "/media/movies/" + version.name() + ".srt" : null)
        .put("Level", video ? Integer.valueOf(40) : server.v12() ? null : Integer.valueOf(0))
        .put("IsAVC", video || !server.v12() ? "h264".equals(track.codec()) : null)
        .put("CodecTag", server.v12() || subtitle ? null : video ? "avc1" : "mp4a")
        .put("IsOriginal", server.v12() ? false : null)
        .put("BitDepth", video ? 8 : null)
        .put("PixelFormat", video ? "yuv420p" : null)
        .put("RefFrames", video ? 1 : null)
        .put("ReferenceFrameRate", video ? 24 : null)
        .put("NalLengthSize", video ? "4" : null)
        .put("IsAnamorphic", video ? false : null);
  }

  /** Of the two codes that some languages have, Jellyfin 12 sends the one that fits their name. */
  private String language(Track track) {
    return server.v12() && track.language() != null
        ? TERMINOLOGICAL.getOrDefault(track.language(), track.language())
        : track.language();
  }

  /** Jellyfin sends words of the server's language, for clients that show no other. */
  private void localized(Dto dto, Track track) {
    if (track.kind() == Track.Kind.VIDEO) {
      return;
    }
    dto.put("LocalizedDefault", "Default").put("LocalizedExternal", "External");
    if (track.kind() == Track.Kind.SUBTITLE) {
      dto.put("LocalizedUndefined", "Undefined")
          .put("LocalizedForced", "Forced")
          .put("LocalizedHearingImpaired", "Hearing Impaired");
    }
    if (server.v12()) {
      boolean audio = track.kind() == Track.Kind.AUDIO;
      dto.put("LocalizedOriginal", audio ? "Original" : null)
          .put("LocalizedLanguage", LANGUAGES.get(track.language()));
    }
  }

  private static String displayTitle(MediaVersion version, Track track) {
    if (track.kind() == Track.Kind.VIDEO) {
      int lines = version.height() == 800 ? 1080 : version.height();
      return lines + "p " + track.codec().toUpperCase(Locale.ROOT) + " SDR";
    }
    StringBuilder title = new StringBuilder(track.title() == null ? "" : track.title() + " - ");
    title.append(LANGUAGES.getOrDefault(track.language(), "Undefined"));
    title.append(track.forced() ? " - Forced" : "").append(" - ");
    title.append(track.codec().toUpperCase(Locale.ROOT));
    return title.append(track.external() ? " - External" : "").toString();
  }
}
