package com.stoganet.proxy.http.library;

import com.stoganet.proxy.api.model.AskingTerms;
import com.stoganet.proxy.api.model.CastMember;
import com.stoganet.proxy.api.model.LibraryDetail;
import com.stoganet.proxy.api.model.LibraryItem;
import com.stoganet.proxy.api.model.Trailer;
import com.stoganet.proxy.availability.TitleStatus;
import com.stoganet.proxy.http.edge.Timestamps;
import com.stoganet.proxy.media.TitleDetail;
import com.stoganet.proxy.media.TitleDetail.About;
import com.stoganet.proxy.media.TitleDetail.Show;
import com.stoganet.proxy.requests.RemainingQuota;
import com.stoganet.proxy.requests.RequestEligibility;
import com.stoganet.proxy.shared.Service;
import com.stoganet.proxy.titles.TitlePage;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;

/** Maps all details of a title to the types of the contract. */
@Service
public class DetailMapper {

  private final TitleMapper titles;
  private final EpisodeMapper episodes;
  private final SourceMapper sources;
  private final FactsMapper facts;

  @Inject
  public DetailMapper(
      TitleMapper titles, EpisodeMapper episodes, SourceMapper sources, FactsMapper facts) {
    this.titles = titles;
    this.episodes = episodes;
    this.sources = sources;
    this.facts = facts;
  }

  /** The page of a title. */
  LibraryDetail detail(TitlePage page) {
    LibraryDetail detail =
        page instanceof TitlePage.InLibrary title
            ? inLibrary(title.detail(), title.status())
            : LookupResultMapper.detail(((TitlePage.BeyondLibrary) page).result(), page.status());
    return detail.request(page.eligibility().map(DetailMapper::terms).orElse(null));
  }

  private static AskingTerms terms(RequestEligibility eligibility) {
    RemainingQuota quota = eligibility.quota();
    return new AskingTerms()
        .canRequest(eligibility.allowed())
        .needsApproval(eligibility.needsApproval())
        .quotaLeft(quota.left().isPresent() ? quota.left().getAsInt() : null)
        .quotaResetsAt(quota.resetsAt().map(Timestamps::utc).orElse(null))
        .servers(eligibility.servers())
        .seasons(eligibility.seasons().isEmpty() ? null : eligibility.seasons());
  }

  /** A page with all that the card of the title has. */
  static LibraryDetail begin(LibraryItem card) {
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
        .communityRating(card.getCommunityRating());
  }

  private LibraryDetail inLibrary(TitleDetail detail, TitleStatus status) {
    About about = detail.about();
    Optional<Show> show = detail.show();
    return facts
        .describe(begin(titles.item(detail.title(), status)), detail.facts())
        .state(TitleMapper.state(detail.unplayable()))
        .progress(show.isPresent() ? null : EpisodeMapper.progress(detail.viewing().progress()))
        .genres(detail.title().genres())
        .runtime(EpisodeMapper.minutes(detail.durationMillis()))
        .durationMs(EpisodeMapper.orNull(detail.durationMillis()))
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
        .sources(show.isPresent() ? null : detail.sources().stream().map(sources::source).toList())
        .seasons(show.map(Show::seasons).orElse(List.of()).stream().map(episodes::season).toList())
        .play(detail.playable().map(episodes::play).orElse(null))
        .unplayable(detail.unplayable().map(SourceMapper::unplayable).orElse(null))
        .resume(show.flatMap(Show::resume).map(episodes::resume).orElse(null))
        .start(show.flatMap(Show::start).map(episodes::resume).orElse(null));
  }

  private static String orNull(String text) {
    return text.isEmpty() ? null : text;
  }
}
