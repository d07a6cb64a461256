package com.stoganet.proxy.http;

import com.stoganet.proxy.api.model.CastMember;
import com.stoganet.proxy.api.model.Hdr;
import com.stoganet.proxy.api.model.LibraryDetail;
import com.stoganet.proxy.api.model.LibraryItem;
import com.stoganet.proxy.api.model.Source;
import com.stoganet.proxy.api.model.Trailer;
import com.stoganet.proxy.media.TitleDetail;
import com.stoganet.proxy.media.TitleDetail.About;
import com.stoganet.proxy.media.TitleDetail.Show;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;

/** Writes everything about a title in the words of the contract. */
@ApplicationScoped
public class DetailMapper {

  private final TitleMapper titles;
  private final EpisodeMapper episodes;

  /** For the proxies of CDI only. */
  protected DetailMapper() {
    this(null, null);
  }

  @Inject
  public DetailMapper(TitleMapper titles, EpisodeMapper episodes) {
    this.titles = titles;
    this.episodes = episodes;
  }

  LibraryDetail detail(TitleDetail detail) {
    About about = detail.about();
    Optional<Show> show = detail.show();
    LibraryItem card = titles.item(detail.title());
    return new LibraryDetail()
        .id(card.getId())
        .title(card.getTitle())
        .year(card.getYear())
        .type(card.getType())
        .poster(card.getPoster())
        .backdrop(card.getBackdrop())
        .overview(card.getOverview())
        .state(card.getState())
        .status(card.getStatus())
        .images(card.getImages())
        .communityRating(card.getCommunityRating())
        .progress(show.isPresent() ? null : EpisodeMapper.progress(detail.viewing().progress()))
        .genres(detail.title().genres())
        .runtime(detail.runtimeMinutes())
        .originalTitle(orNull(detail.title().originalName()))
        .tagline(orNull(about.tagline()))
        .officialRating(orNull(about.officialRating()))
        .studios(about.studios())
        .trailers(
            about.trailers().stream()
                .map(trailer -> new Trailer().url(trailer.url()).name(orNull(trailer.name())))
                .toList())
        .cast(
            about.cast().stream()
                .map(member -> new CastMember().name(member.name()).role(member.role()))
                .toList())
        .favorite(detail.viewing().favorite())
        .sources(
            show.isPresent() ? null : detail.sources().stream().map(DetailMapper::source).toList())
        .seasons(show.map(Show::seasons).orElse(List.of()).stream().map(episodes::season).toList())
        .play(detail.playable().map(episodes::play).orElse(null))
        .resume(show.flatMap(Show::resume).map(episodes::resume).orElse(null))
        .start(show.flatMap(Show::start).map(episodes::resume).orElse(null));
  }

  private static Source source(com.stoganet.proxy.media.Source source) {
    return new Source()
        .id(source.id().hex())
        .name(source.name())
        .container(source.container())
        .videoCodec(orNull(source.videoCodec()))
        .height(source.height() == 0 ? null : source.height())
        .hdr(source.hdr().map(DetailMapper::hdr).orElse(null))
        .bitrate(source.bitrate() == 0 ? null : source.bitrate())
        .size(source.size() == 0 ? null : source.size())
        .subtitleTracks(source.subtitles().stream().map(EpisodeMapper::subtitle).toList());
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

  private static String orNull(String text) {
    return text.isEmpty() ? null : text;
  }
}
