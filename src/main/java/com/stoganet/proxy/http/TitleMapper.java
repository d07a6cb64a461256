package com.stoganet.proxy.http;

import com.stoganet.proxy.api.model.CastMember;
import com.stoganet.proxy.api.model.LibraryDetail;
import com.stoganet.proxy.api.model.LibraryItem;
import com.stoganet.proxy.api.model.LibraryListResponse;
import com.stoganet.proxy.api.model.MediaState;
import com.stoganet.proxy.api.model.MediaType;
import com.stoganet.proxy.api.model.PlayInfo;
import com.stoganet.proxy.api.model.ResumeInfo;
import com.stoganet.proxy.api.model.Season;
import com.stoganet.proxy.api.model.SubtitleTrack;
import com.stoganet.proxy.api.model.WatchProgress;
import com.stoganet.proxy.config.Settings;
import com.stoganet.proxy.media.Catalogue;
import com.stoganet.proxy.media.Playable;
import com.stoganet.proxy.media.Progress;
import com.stoganet.proxy.media.Title;
import com.stoganet.proxy.media.TitleDetail;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Writes titles in the words of the contract. */
@ApplicationScoped
public class TitleMapper {

  /** Pictures get addresses of the proxy once it serves them; Jellyfin's never leave it. */
  private static final String NO_PICTURE = "";

  private final Settings settings;

  /** For the proxies of CDI only. */
  protected TitleMapper() {
    this(null);
  }

  @Inject
  public TitleMapper(Settings settings) {
    this.settings = settings;
  }

  LibraryListResponse page(Catalogue.Page page) {
    return new LibraryListResponse()
        .items(page.content().titles().stream().map(TitleMapper::item).toList())
        .total(page.content().total())
        .nextCursor(page.nextCursor());
  }

  LibraryDetail detail(TitleDetail detail) {
    Title title = detail.title();
    return new LibraryDetail()
        .id(title.id().toString())
        .title(title.name())
        .year(title.year())
        .type(type(title))
        .poster(NO_PICTURE)
        .overview(title.overview())
        .state(MediaState.PLAYABLE)
        .genres(detail.genres())
        .runtime(detail.runtimeMinutes())
        .cast(detail.cast().stream().map(TitleMapper::castMember).toList())
        .seasons(detail.seasons().stream().map(TitleMapper::season).toList())
        .play(detail.playable().map(this::play).orElse(null))
        .progress(detail.progress().map(TitleMapper::progress).orElse(null))
        .resume(detail.resume().map(this::resume).orElse(null));
  }

  private static LibraryItem item(Title title) {
    return new LibraryItem()
        .id(title.id().toString())
        .title(title.name())
        .year(title.year())
        .type(type(title))
        .poster(NO_PICTURE)
        .overview(title.overview())
        .state(MediaState.PLAYABLE);
  }

  private static MediaType type(Title title) {
    return MediaType.fromString(title.kind().text());
  }

  private static CastMember castMember(TitleDetail.CastMember member) {
    return new CastMember().name(member.name()).role(member.role());
  }

  private static Season season(TitleDetail.Season season) {
    return new Season()
        .number(season.number())
        .name(season.name())
        .year(season.year() == 0 ? null : season.year())
        .episodeCount(season.episodes())
        .poster(NO_PICTURE)
        .overview(season.overview());
  }

  private ResumeInfo resume(TitleDetail.NextEpisode episode) {
    return new ResumeInfo()
        .seasonNumber(episode.season())
        .episodeNumber(episode.number())
        .episodeId(episode.id().toString())
        .title(episode.name())
        .play(play(episode.playable()))
        .progress(progress(episode.progress()));
  }

  private PlayInfo play(Playable playable) {
    return new PlayInfo()
        .streamUrl(settings.proxyBaseUrl() + "/stream/" + playable.id())
        .subtitleTracks(playable.subtitles().stream().map(TitleMapper::subtitle).toList());
  }

  private static SubtitleTrack subtitle(Playable.Subtitle track) {
    return new SubtitleTrack()
        .index(track.index())
        .language(track.language())
        .title(track.title())
        .codec(track.codec())
        .isDefault(track.isDefault())
        .isForced(track.isForced())
        .isExternal(track.isExternal());
  }

  private static WatchProgress progress(Progress progress) {
    return new WatchProgress().positionMs(progress.positionMillis()).played(progress.played());
  }
}
