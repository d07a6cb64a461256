package com.stoganet.proxy.http.library;

import com.stoganet.proxy.api.model.AudioTrack;
import com.stoganet.proxy.api.model.Hdr;
import com.stoganet.proxy.api.model.Source;
import com.stoganet.proxy.api.model.SourcePart;
import com.stoganet.proxy.config.Settings;
import com.stoganet.proxy.media.JellyfinId;
import com.stoganet.proxy.media.Unplayable;
import com.stoganet.proxy.shared.Service;
import jakarta.inject.Inject;

/** Maps the versions of a video to the types of the contract. */
@Service
public class SourceMapper {

  private final Settings settings;

  @Inject
  public SourceMapper(Settings settings) {
    this.settings = settings;
  }

  /**
   * A version; Jellyfin: its id is also that of an item of its own, whatever title it is part of.
   */
  Source source(com.stoganet.proxy.media.Source source) {
    return new Source()
        .id(source.id().hex())
        .name(source.name())
        .container(source.container())
        .videoCodec(source.videoCodec().isEmpty() ? null : source.videoCodec())
        .height(source.height() == 0 ? null : source.height())
        .hdr(source.hdr().map(SourceMapper::hdr).orElse(null))
        .bitrate(source.bitrate() == 0 ? null : source.bitrate())
        .size(source.size() == 0 ? null : source.size())
        .streamUrl(source.unplayable().isPresent() ? null : streamUrl(source.id()))
        .progress(source.progress().map(EpisodeMapper::progress).orElse(null))
        .durationMs(EpisodeMapper.orNull(source.durationMillis()))
        .parts(source.parts().isEmpty() ? null : source.parts().stream().map(this::part).toList())
        .unplayable(source.unplayable().map(SourceMapper::unplayable).orElse(null))
        .audioTracks(source.audio().stream().map(SourceMapper::audio).toList())
        .subtitleTracks(source.subtitles().stream().map(EpisodeMapper::subtitle).toList());
  }

  private SourcePart part(com.stoganet.proxy.media.Source.Part part) {
    return new SourcePart()
        .id(part.id().hex())
        .streamUrl(streamUrl(part.id()))
        .durationMs(EpisodeMapper.orNull(part.durationMillis()));
  }

  private String streamUrl(JellyfinId id) {
    return settings.proxyBaseUrl() + "/stream/" + id;
  }

  /** Why something cannot be played. */
  static com.stoganet.proxy.api.model.Unplayable unplayable(Unplayable reason) {
    return com.stoganet.proxy.api.model.Unplayable.valueOf(reason.name());
  }

  private static AudioTrack audio(com.stoganet.proxy.media.Source.AudioTrack track) {
    return new AudioTrack()
        .index(track.index())
        .language(track.language())
        .title(track.title())
        .codec(track.codec())
        .channels(track.channels() == 0 ? null : track.channels())
        .isDefault(track.isDefault());
  }

  private static Hdr hdr(com.stoganet.proxy.media.Source.Hdr hdr) {
    return switch (hdr) {
      case SDR -> Hdr.SDR;
      case HDR10 -> Hdr.HDR10;
      case HDR10_PLUS -> Hdr.HDR10_PLUS;
      case HLG -> Hdr.HLG;
      case DOLBY_VISION -> Hdr.DOLBY_VISION;
    };
  }
}
