package com.stoganet.proxy.http.library;

import com.stoganet.proxy.acquisition.RequestedScope;
import com.stoganet.proxy.api.model.Availability;
import com.stoganet.proxy.api.model.EpisodeListResponse;
import com.stoganet.proxy.api.model.EpisodeNumber;
import com.stoganet.proxy.api.model.Images;
import com.stoganet.proxy.api.model.MediaState;
import com.stoganet.proxy.api.model.PlayInfo;
import com.stoganet.proxy.api.model.ResumeInfo;
import com.stoganet.proxy.api.model.Season;
import com.stoganet.proxy.api.model.SubtitleKind;
import com.stoganet.proxy.api.model.SubtitleTrack;
import com.stoganet.proxy.api.model.WatchProgress;
import com.stoganet.proxy.config.Settings;
import com.stoganet.proxy.media.Episode;
import com.stoganet.proxy.media.JellyfinId;
import com.stoganet.proxy.media.Playable;
import com.stoganet.proxy.media.Progress;
import com.stoganet.proxy.media.Subtitle;
import com.stoganet.proxy.shared.Service;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;

/** Maps seasons, episodes and playable items to the types of the contract. */
@Service
public class EpisodeMapper {

  private static final long MILLIS_PER_MINUTE = 60_000;

  private final Settings settings;
  private final PictureMapper pictures;
  private final SourceMapper sources;

  @Inject
  public EpisodeMapper(Settings settings, PictureMapper pictures, SourceMapper sources) {
    this.settings = settings;
    this.pictures = pictures;
    this.sources = sources;
  }

  EpisodeListResponse list(List<Episode> episodes) {
    return new EpisodeListResponse().episodes(episodes.stream().map(this::episode).toList());
  }

  Season season(com.stoganet.proxy.media.Season season) {
    Images images = pictures.images(season.pictures());
    String poster = PictureMapper.address(images.getPoster());
    return new Season()
        .id(season.id().map(id -> "jf:" + id).orElse(null))
        .number(season.number())
        .name(season.name())
        .year(season.year() == 0 ? null : season.year())
        .episodeCount(season.episodes())
        .unwatchedCount(season.unwatched())
        .poster(poster == null ? "" : poster)
        .overview(season.overview())
        .images(images);
  }

  ResumeInfo resume(Episode episode) {
    Images images = pictures.imagesOfEpisode(episode.pictures());
    return new ResumeInfo()
        .seasonNumber(episode.season())
        .episodeNumber(episode.number())
        .numberEnd(numberEnd(episode))
        .episodeId(id(episode))
        .title(episode.name())
        .thumbnail(PictureMapper.address(images.getThumb()))
        .images(images)
        .play(episode.playable().map(this::play).orElse(null))
        .progress(progress(episode.progress()));
  }

  PlayInfo play(Playable playable) {
    return new PlayInfo()
        .streamUrl(settings.proxyBaseUrl() + "/stream/" + playable.id())
        .subtitleTracks(playable.subtitles().stream().map(EpisodeMapper::subtitle).toList());
  }

  static SubtitleTrack subtitle(Subtitle track) {
    return new SubtitleTrack()
        .index(track.index())
        .language(track.language())
        .title(track.title())
        .codec(track.codec())
        .kind(
            switch (track.kind()) {
              case FULL -> SubtitleKind.FULL;
              case FORCED -> SubtitleKind.FORCED;
              case SDH -> SubtitleKind.SDH;
            })
        .isText(track.text())
        .isDefault(track.isDefault())
        .isForced(track.kind() == Subtitle.Kind.FORCED)
        .isExternal(track.isExternal());
  }

  static WatchProgress progress(Progress progress) {
    return new WatchProgress()
        .positionMs(progress.positionMillis())
        .played(progress.played())
        .sourceId(progress.source().map(JellyfinId::hex).orElse(null));
  }

  private com.stoganet.proxy.api.model.Episode episode(Episode episode) {
    Images images = pictures.imagesOfEpisode(episode.pictures());
    return new com.stoganet.proxy.api.model.Episode()
        .id(id(episode))
        .number(episode.number())
        .numberEnd(numberEnd(episode))
        .seasonNumber(episode.season())
        .title(episode.name())
        .overview(episode.overview().isEmpty() ? null : episode.overview())
        .runtime(orNull(minutes(episode.durationMillis())))
        .durationMs(orNull(episode.durationMillis()))
        .thumbnail(PictureMapper.address(images.getThumb()))
        .images(images)
        .state(episode.playable().isPresent() ? MediaState.PLAYABLE : MediaState.REQUESTABLE)
        .availability(
            switch (episode.availability()) {
              case AVAILABLE -> Availability.AVAILABLE;
              case MISSING -> Availability.MISSING;
              case UNAIRED -> Availability.UNAIRED;
            })
        .airDate(episode.airs().orElse(null))
        .play(episode.playable().map(this::play).orElse(null))
        .unplayable(episode.unplayable().map(SourceMapper::unplayable).orElse(null))
        .progress(episode.playable().isPresent() ? progress(episode.progress()) : null)
        .sources(
            episode.sources().size() < 2
                ? null
                : episode.sources().stream().map(sources::source).toList());
  }

  /** Whole minutes; what lasts a moment takes one, since 0 means that the length is unknown. */
  static int minutes(long millis) {
    return millis == 0 ? 0 : Math.max(1, Math.toIntExact(millis / MILLIS_PER_MINUTE));
  }

  private static Integer orNull(int number) {
    return number == 0 ? null : number;
  }

  static Long orNull(long number) {
    return number == 0 ? null : number;
  }

  /** Single episodes by their places, in order. */
  public static List<EpisodeNumber> numbers(Collection<RequestedScope.EpisodeNumber> episodes) {
    return episodes.stream()
        .sorted()
        .map(each -> new EpisodeNumber().seasonNumber(each.season()).episodeNumber(each.number()))
        .toList();
  }

  private static Integer numberEnd(Episode episode) {
    return episode.numberEnd().isPresent() ? episode.numberEnd().getAsInt() : null;
  }

  private static String id(Episode episode) {
    return "jf:" + episode.id();
  }
}
