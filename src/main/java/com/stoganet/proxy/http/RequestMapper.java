package com.stoganet.proxy.http;

import com.stoganet.proxy.api.model.AskingTerms;
import com.stoganet.proxy.api.model.EpisodeNumber;
import com.stoganet.proxy.api.model.RequestOptions;
import com.stoganet.proxy.api.model.RequestStatus;
import com.stoganet.proxy.api.model.Requester;
import com.stoganet.proxy.api.model.TitleRequest;
import com.stoganet.proxy.arrivals.TitleState;
import com.stoganet.proxy.arrivals.Wish;
import com.stoganet.proxy.media.CatalogId;
import com.stoganet.proxy.media.MediaKind;
import com.stoganet.proxy.requests.Outlook;
import com.stoganet.proxy.requests.Request;
import com.stoganet.proxy.shared.ApiException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads and writes requests in the words of the contract. */
final class RequestMapper {

  /** More than any series has. */
  private static final int MOST = 1_000;

  private RequestMapper() {}

  /**
   * What somebody asks for.
   *
   * @param options null for all of the title
   * @throws ApiException validation_failed when that makes no sense
   */
  static Wish wish(CatalogId id, RequestOptions options) {
    if (!(id instanceof CatalogId.Tmdb title)) {
      throw ApiException.invalid("id", "Only titles with a number of TMDB can be asked for.");
    }
    if (options == null) {
      return Wish.of(title);
    }
    Set<Integer> seasons = new HashSet<>(given(options.getSeasons(), "seasons"));
    Set<Wish.EpisodeNumber> episodes = new HashSet<>();
    for (EpisodeNumber each : given(options.getEpisodes(), "episodes")) {
      if (each.getSeasonNumber() == null || each.getEpisodeNumber() == null) {
        throw ApiException.invalid("episodes", "Each episode needs both of its numbers.");
      }
      if (!seasons.contains(each.getSeasonNumber())) {
        episodes.add(new Wish.EpisodeNumber(each.getSeasonNumber(), each.getEpisodeNumber()));
      }
    }
    if (title.kind() == MediaKind.MOVIE && !(seasons.isEmpty() && episodes.isEmpty())) {
      throw ApiException.invalid("seasons", "A movie has neither seasons nor episodes.");
    }
    return new Wish(title, Set.copyOf(seasons), Set.copyOf(episodes));
  }

  private static <T> List<T> given(List<T> list, String field) {
    if (list == null) {
      return List.of();
    }
    if (list.size() > MOST || list.stream().anyMatch(Objects::isNull)) {
      throw ApiException.invalid(field, field + " must be a list of at most 1000 of them.");
    }
    return list;
  }

  /** {@code state} may be null. */
  static TitleRequest request(Request request, TitleState state) {
    return new TitleRequest()
        .id(request.id())
        .titleId(request.wish().id().toString())
        .title(request.name())
        .type(TitleMapper.type(request.wish().id().kind()))
        .requestedBy(
            new Requester().id(request.asker().userId()).displayName(request.asker().name()))
        .status(status(request.status()))
        .reason(request.reason().isEmpty() ? null : request.reason())
        .seasons(request.wish().seasons().stream().sorted().toList())
        .episodes(episodes(request.wish().episodes()))
        .server(request.server())
        .createdAt(utc(request.createdAt()))
        .decidedAt(request.decidedAt().map(RequestMapper::utc).orElse(null))
        .titleStatus(state == null ? null : StatusMapper.status(state));
  }

  /** That a server is being told at this moment is of no use to anybody outside. */
  private static RequestStatus status(Request.Status status) {
    return status == Request.Status.SENDING
        ? RequestStatus.APPROVED
        : RequestStatus.valueOf(status.name());
  }

  /** None for null, which stands for all. */
  static Set<Request.Status> statuses(RequestStatus wanted) {
    return Arrays.stream(Request.Status.values())
        .filter(status -> status(status) == wanted)
        .collect(Collectors.toUnmodifiableSet());
  }

  static List<EpisodeNumber> episodes(Collection<Wish.EpisodeNumber> episodes) {
    return episodes.stream()
        .sorted()
        .map(each -> new EpisodeNumber().seasonNumber(each.season()).episodeNumber(each.number()))
        .toList();
  }

  static AskingTerms terms(Outlook outlook) {
    return new AskingTerms()
        .canRequest(outlook.may())
        .needsApproval(outlook.needsApproval())
        .quotaLeft(outlook.rest().left().isPresent() ? outlook.rest().left().getAsInt() : null)
        .quotaResetsAt(outlook.rest().more().map(RequestMapper::utc).orElse(null))
        .servers(outlook.servers());
  }

  static OffsetDateTime utc(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
