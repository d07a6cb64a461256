package com.stoganet.proxy.http.requests;

import com.stoganet.proxy.acquisition.RequestedScope;
import com.stoganet.proxy.api.model.EpisodeNumber;
import com.stoganet.proxy.api.model.RequestOptions;
import com.stoganet.proxy.api.model.RequestStatus;
import com.stoganet.proxy.api.model.Requester;
import com.stoganet.proxy.api.model.TitleRequest;
import com.stoganet.proxy.http.edge.Timestamps;
import com.stoganet.proxy.http.library.EpisodeMapper;
import com.stoganet.proxy.http.library.StatusMapper;
import com.stoganet.proxy.http.library.TitleMapper;
import com.stoganet.proxy.media.CatalogId;
import com.stoganet.proxy.media.MediaKind;
import com.stoganet.proxy.requests.Request;
import com.stoganet.proxy.requests.TrackedRequest;
import com.stoganet.proxy.shared.ApiException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads and writes requests in the words of the contract. */
public final class RequestMapper {

  /** More than any series has. */
  private static final int MOST = 1_000;

  private RequestMapper() {}

  /**
   * The scope of a request.
   *
   * @param options null for the whole title
   * @throws ApiException validation_failed for an invalid scope
   */
  static RequestedScope scope(CatalogId id, RequestOptions options) {
    if (!(id instanceof CatalogId.Tmdb title)) {
      throw ApiException.invalid("id", "Only titles with a TMDB number can be requested.");
    }
    if (options == null) {
      return RequestedScope.of(title);
    }
    Set<Integer> seasons = new HashSet<>(given(options.getSeasons(), "seasons"));
    Set<RequestedScope.EpisodeNumber> episodes = new HashSet<>();
    for (EpisodeNumber each : given(options.getEpisodes(), "episodes")) {
      if (each.getSeasonNumber() == null || each.getEpisodeNumber() == null) {
        throw ApiException.invalid(
            "episodes", "Each episode needs season_number and episode_number.");
      }
      if (!seasons.contains(each.getSeasonNumber())) {
        episodes.add(
            new RequestedScope.EpisodeNumber(each.getSeasonNumber(), each.getEpisodeNumber()));
      }
    }
    if (title.kind() == MediaKind.MOVIE && !(seasons.isEmpty() && episodes.isEmpty())) {
      throw ApiException.invalid("seasons", "A movie has neither seasons nor episodes.");
    }
    return new RequestedScope(title, Set.copyOf(seasons), Set.copyOf(episodes));
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

  static TitleRequest request(TrackedRequest tracked) {
    return request(tracked.request())
        .titleStatus(tracked.status().map(StatusMapper::status).orElse(null));
  }

  /** A request without the status of its title. */
  public static TitleRequest request(Request request) {
    return new TitleRequest()
        .id(request.id())
        .titleId(request.scope().id().toString())
        .title(request.name())
        .type(TitleMapper.type(request.scope().id().kind()))
        .requestedBy(
            new Requester().id(request.asker().userId()).displayName(request.asker().name()))
        .status(status(request.status()))
        .reason(request.reason().isEmpty() ? null : request.reason())
        .seasons(request.scope().seasons().stream().sorted().toList())
        .episodes(EpisodeMapper.numbers(request.scope().episodes()))
        .server(request.server())
        .createdAt(Timestamps.utc(request.createdAt()))
        .decidedAt(request.decidedAt().map(Timestamps::utc).orElse(null));
  }

  /** Clients do not need to know that a server is being told at this moment. */
  private static RequestStatus status(Request.Status status) {
    return status == Request.Status.SENDING
        ? RequestStatus.APPROVED
        : RequestStatus.valueOf(status.name());
  }

  /** An empty set for null, which means all. */
  static Set<Request.Status> statuses(RequestStatus wanted) {
    return Arrays.stream(Request.Status.values())
        .filter(status -> status(status) == wanted)
        .collect(Collectors.toUnmodifiableSet());
  }
}
