package com.stoganet.proxy.http.library;

import com.stoganet.proxy.api.model.Chapter;
import com.stoganet.proxy.api.model.ExternalIds;
import com.stoganet.proxy.api.model.Extra;
import com.stoganet.proxy.api.model.ExtraType;
import com.stoganet.proxy.api.model.LibraryDetail;
import com.stoganet.proxy.api.model.SeriesStatus;
import com.stoganet.proxy.media.TitleDetail;
import com.stoganet.proxy.media.TitleDetail.Airing;
import com.stoganet.proxy.media.TitleDetail.Facts;
import com.stoganet.proxy.shared.Service;
import jakarta.inject.Inject;

/** Maps what else is known about a title to the types of the contract. */
@Service
public class FactsMapper {

  private final EpisodeMapper episodes;
  private final PictureMapper pictures;

  @Inject
  public FactsMapper(EpisodeMapper episodes, PictureMapper pictures) {
    this.episodes = episodes;
    this.pictures = pictures;
  }

  /** Adds the facts to the page. */
  LibraryDetail describe(LibraryDetail page, Facts facts) {
    Airing airing = facts.airing();
    return page.premiereDate(airing.premiere().orElse(null))
        .endDate(airing.end().orElse(null))
        .seriesStatus(
            airing.status().map(status -> SeriesStatus.valueOf(status.name())).orElse(null))
        .externalIds(ids(facts.ids()))
        .directors(facts.directors())
        .writers(facts.writers())
        .tags(facts.tags())
        .chapters(
            facts.chapters().stream()
                .map(each -> new Chapter().name(each.name()).startMs(each.startMillis()))
                .toList())
        .extras(facts.extras().stream().map(this::extra).toList());
  }

  private static ExternalIds ids(TitleDetail.ExternalIds ids) {
    return new ExternalIds()
        .imdb(orNull(ids.imdb()))
        .tvdb(orNull(ids.tvdb()))
        .tmdb(orNull(ids.tmdb()));
  }

  private Extra extra(TitleDetail.Extra extra) {
    return new Extra()
        .id("jf:" + extra.playable().id())
        .title(extra.name())
        .type(ExtraType.valueOf(extra.type().name()))
        .durationMs(EpisodeMapper.orNull(extra.durationMillis()))
        .images(pictures.imagesOfEpisode(extra.pictures()))
        .play(episodes.play(extra.playable()));
  }

  private static String orNull(String text) {
    return text.isEmpty() ? null : text;
  }
}
